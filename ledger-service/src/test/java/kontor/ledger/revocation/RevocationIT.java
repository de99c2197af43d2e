package kontor.ledger.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kontor.ledger.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class RevocationIT {

    private final Members members;
    private final TopicReader topics;
    private final Shop shop;

    RevocationIT(Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        this.members = members;
        this.topics = topics;
        this.shop = new Shop(database, writer, http);
    }

    @Test
    void turnsAPurchaseOffAndOnAgain() {
        Member ben = members.withLimit(-2_000);
        long id = bought(ben, shop.product(249, "27"), 4);

        Shop.Answer revoked = switchTo(ben, id, true);
        Shop.Answer again = switchTo(ben, id, true);
        Shop.Answer reapplied = switchTo(ben, id, false);

        assertThat(revoked.status()).isEqualTo(201);
        assertThat(revoked.body().path("revoked").asBoolean()).isTrue();
        assertThat(again.code()).isEqualTo("already-in-state");
        assertThat(reapplied.body().path("version").asLong()).isEqualTo(3);
        assertThat(shop.entries(ben)).containsExactly(-1_264L, 1_264L, -1_264L);
        assertThat(shop.get(ben.bearer(), "/api/v1/shelf-purchases/" + id)
                        .body()
                        .path("history"))
                .hasSize(2);
        assertThat(shop.sumOfAllEntries()).isZero();
    }

    @Test
    void tellsSwitchesAndTheirTransfers() {
        Member ben = members.verified();
        long id = bought(ben, shop.product(100, "0"), 1);

        switchTo(ben, id, true);
        switchTo(ben, id, false);

        var reapplied = topics.await(
                "kontor.ledger.shelf-purchase.v1", Long.toString(id), "kontor.ledger.shelf-purchase-reapplied.v1");
        EventSchema.of(reapplied.type()).assertValid(String.valueOf(reapplied.value()));
        assertThat(reapplied.sequence()).isEqualTo(3);
        var back = topics.await(
                "kontor.ledger.transfer.v1",
                message -> String.valueOf(message.value()).contains("\"shelf:" + id + ":2\""));
        EventSchema.of(back.type()).assertValid(String.valueOf(back.value()));
        assertThat(back.value()).contains("\"kind\":\"SHELF_REVOKED\"").doesNotContain("\"reversesId\":null");
    }

    @Test
    void checksTheLimitWhenAMemberReapplies() {
        Member ben = members.withLimit(-1_000);
        Shop.Product tea = shop.product(1_000, "0");
        long id = bought(ben, tea, 1);
        switchTo(ben, id, true);
        bought(ben, tea, 1);

        assertThat(switchTo(ben, id, false).code()).isEqualTo("insufficient-credit");
        assertThat(switchTo(members.admin(), id, false).status()).isEqualTo(201);
        assertThat(shop.credit(ben)).isEqualTo(-2_000);
    }

    @Test
    void leavesAnAdminsEntryToAdmins() {
        Member ada = members.admin();
        Member ben = members.verified();
        Shop.Product tea = shop.product(100, "0");
        String body =
                "{\"memberId\": \"%s\", \"lines\": [{\"productId\": %d, \"amount\": 1}]}".formatted(ben.id(), tea.id());
        long id = shop.post(ada.bearer(), "/api/v1/shelf-purchases", body)
                .body()
                .at("/purchases/0/id")
                .asLong();

        assertThat(switchTo(ben, id, true).code()).isEqualTo("entered-by-admin");
        assertThat(switchTo(ada, id, true).status()).isEqualTo(201);
        assertThat(shop.audits("shelf-purchase", id)).containsExactly("make-shelf-purchase", "revoke-shelf-purchase");
    }

    @Test
    void leavesFinalPurchasesAlone() {
        Member ben = members.verified();
        Shop.Product tea = shop.product(100, "0");
        long id = bought(ben, tea, 1);

        shop.tell(tea.notRevocable());

        assertThat(switchTo(ben, id, true).code()).isEqualTo("not-revocable");
        assertThat(switchTo(members.admin(), id, true).code()).isEqualTo("not-revocable");
    }

    @Test
    void postsNothingForAFreePurchase() {
        Member ben = members.verified();
        long id = bought(ben, shop.product(0, "27"), 2);

        assertThat(switchTo(ben, id, true).status()).isEqualTo(201);
        assertThat(switchTo(ben, id, false).status()).isEqualTo(201);
        assertThat(shop.entries(ben)).isEmpty();
    }

    @Test
    void netsRightAfterAHundredSwitchesAtOnce() {
        Member ben = members.withoutLimit();
        long id = bought(ben, shop.product(70, "27"), 1);
        AtomicInteger switched = new AtomicInteger();

        Together.run(8, IntStream.range(0, 100).mapToObj(i -> () -> {
            Shop.Answer answer = switchTo(ben, id, i % 2 == 0);
            assertThat(answer.status()).isIn(201, 409);
            if (answer.status() == 201) {
                switched.incrementAndGet();
            }
        }));

        boolean isRevoked = switched.get() % 2 == 1;
        assertThat(switched.get()).isPositive();
        assertThat(shop.credit(ben)).isEqualTo(isRevoked ? 0 : -89);
        assertThat(shop.get(ben.bearer(), "/api/v1/shelf-purchases/" + id)
                        .body()
                        .path("revoked")
                        .asBoolean())
                .isEqualTo(isRevoked);
        assertThat(shop.entries(ben)).hasSize(1 + switched.get());
        assertThat(shop.sumOfAllEntries()).isZero();
    }

    private long bought(Member buyer, Shop.Product product, int amount) {
        Shop.Answer answer = shop.buy(buyer, product, amount);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().at("/purchases/0/id").asLong();
    }

    private Shop.Answer switchTo(Member caller, long id, boolean revoked) {
        return shop.post(
                caller.bearer(),
                "/api/v1/shelf-purchases/" + id + "/revocations",
                "{\"revoked\": %b, \"reason\": \"wrong bag\"}".formatted(revoked));
    }
}
