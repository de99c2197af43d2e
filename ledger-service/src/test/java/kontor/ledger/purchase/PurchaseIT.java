package kontor.ledger.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kontor.ledger.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class PurchaseIT {

    private static final String PATH = "/api/v1/shelf-purchases";

    private final Members members;
    private final TopicReader topics;
    private final Shop shop;

    PurchaseIT(Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        this.members = members;
        this.topics = topics;
        this.shop = new Shop(database, writer, http);
    }

    @Test
    void booksAPurchaseWithItsVat() {
        Member ada = members.admin();
        Member ben = members.verified();
        Shop.Product beans = shop.product(249, "27");
        assertThat(shop.deposit(ada, ben, 5_000).status()).isEqualTo(201);

        Shop.Answer answer = shop.buy(ben, beans, 4);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("creditAfterMinor").asLong()).isEqualTo(3_736);
        assertThat(answer.body().at("/purchases/0/totalMinor").asLong()).isEqualTo(1_264);
        assertThat(shop.entries(ben)).containsExactly(5_000L, -1_264L);
        assertThat(shop.credit(ben)).isEqualTo(3_736);
        assertThat(shop.sumOfAllEntries()).isZero();
    }

    @Test
    void tellsThePurchaseAndItsTransfer() {
        Member ben = members.withLimit(-5_000);
        Shop.Product beans = shop.product(249, "27.5");

        long id = shop.buy(ben, beans, 4).body().at("/purchases/0/id").asLong();

        var made = topics.await(
                "kontor.ledger.shelf-purchase.v1", Long.toString(id), "kontor.ledger.shelf-purchase-made.v1");
        EventSchema.of(made.type()).assertValid(String.valueOf(made.value()));
        assertThat(made.sequence()).isEqualTo(1);
        var posted = topics.await(
                "kontor.ledger.transfer.v1", m -> String.valueOf(m.value()).contains("\"shelf:" + id + ":1\""));
        EventSchema.of(posted.type()).assertValid(String.valueOf(posted.value()));
        assertThat(posted.value()).contains("\"balanceAfterMinor\":-1268");
    }

    @Test
    void answersARepeatedRequestWithItsFirstAnswer() {
        Member ben = members.verified();
        Shop.Product tea = shop.product(100, "0");
        String key = UUID.randomUUID().toString();

        Shop.Answer first = shop.buy(ben, key, tea, 1);
        Shop.Answer second = shop.buy(ben, key, tea, 1);
        Shop.Answer other = shop.buy(ben, key, tea, 2);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(shop.entries(ben)).containsExactly(-100L);
    }

    @Test
    void refusesOnlyWhatWouldPassTheLimit() {
        Member ben = members.withLimit(-1_500);
        Shop.Product small = shop.product(60, "0");
        Shop.Product tea = shop.product(180, "0");
        Shop.Product bottle = shop.product(-40, "0");
        assertThat(shop.buy(ben, small, 15).status()).isEqualTo(201);
        assertThat(shop.buy(ben, tea, 3).status()).isEqualTo(201);

        assertThat(shop.buy(ben, small, 1).status()).isEqualTo(201);
        assertThat(shop.buy(ben, small, 1).code()).isEqualTo("insufficient-credit");
        assertThat(shop.buy(ben, bottle, 1).status()).isEqualTo(201);

        assertThat(shop.credit(ben)).isEqualTo(-1_460);
    }

    @Test
    void sellsToAnyMemberAtTheKiosk() {
        Member ben = members.verified();
        Shop.Product tea = shop.product(100, "0");

        Shop.Answer answer = shop.post(Shop.kiosk(), PATH, named(ben, tea));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/purchases/0/enteredVia").asString()).isEqualTo("KIOSK");
        assertThat(answer.body().at("/purchases/0/terminal").asString()).isEqualTo("kontor-kiosk");
        assertThat(shop.audits(
                        "shelf-purchase", answer.body().at("/purchases/0/id").asLong()))
                .containsExactly("make-shelf-purchase");
    }

    @Test
    void refusesAtTheKioskWhomItMayNotServe() {
        Shop.Product tea = shop.product(100, "0");

        assertThat(shop.post(Shop.kiosk(), PATH, named(members.systemMember(), tea))
                        .code())
                .isEqualTo("system-member");
        assertThat(shop.post(Shop.kiosk(), PATH, named(members.inactive(), tea)).code())
                .isEqualTo("member-not-active");
        assertThat(shop.post(Shop.kiosk(), PATH, named(members.unverified(), tea))
                        .code())
                .isEqualTo("member-not-verified");
        assertThat(shop.post(Shop.kiosk(), PATH, named(members.unknown(), tea)).code())
                .isEqualTo("unknown-reference");
        assertThat(shop.post(Shop.kiosk(), PATH, Shop.cart(tea, 1)).code()).isEqualTo("invalid-field");
    }

    @Test
    void letsAnAdminEnterWhatOthersMayNot() {
        Member ada = members.admin();
        Member system = members.change(members.withLimit(0).with("systemMember", true));
        Shop.Product old = shop.tell(shop.product(500, "0").inactive().notForSale());
        String body = """
                {"memberId": "%s", "at": "2026-05-04T10:00:00+02:00", "lines": [{"productId": %d, "amount": 2}]}""".formatted(system.id(), old.id());

        Shop.Answer answer = shop.post(ada.bearer(), PATH, body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/purchases/0/at").asString()).isEqualTo("2026-05-04T08:00:00Z");
        assertThat(answer.body().at("/purchases/0/adminId").asString())
                .isEqualTo(ada.id().toString());
        assertThat(answer.body().path("creditAfterMinor").asLong()).isEqualTo(-1_000);
        assertThat(shop.audits(
                        "shelf-purchase", answer.body().at("/purchases/0/id").asLong()))
                .hasSize(1);
        assertThat(shop.post(ada.bearer(), PATH, body.replace("2026", "2126")).code())
                .isEqualTo("in-future");
    }

    @Test
    void keepsMembersToThemselvesAndToNow() {
        Member ben = members.verified();
        Member cleo = members.verified();
        Shop.Product tea = shop.product(100, "0");
        String line = "{\"lines\": [{\"productId\": %d, \"amount\": 1, %s}]}";

        assertThat(shop.post(ben.bearer(), PATH, named(cleo, tea)).code()).isEqualTo("forbidden");
        assertThat(shop.post(ben.bearer(), PATH, line.formatted(tea.id(), "\"memberId\": \"" + cleo.id() + "\""))
                        .code())
                .isEqualTo("forbidden");
        assertThat(shop.post(ben.bearer(), PATH, line.formatted(tea.id(), "\"at\": \"2026-05-04T10:00:00Z\""))
                        .code())
                .isEqualTo("forbidden-field");
        assertThat(shop.post(ben.bearer(), PATH, named(ben, tea)).status()).isEqualTo(201);
        assertThat(shop.entries(cleo)).isEmpty();
    }

    @Test
    void followsThePriceAndTheFlagsOfAProduct() {
        Member ben = members.verified();
        Shop.Product tea = shop.product(100, "0");
        assertThat(shop.buy(ben, tea, 1).status()).isEqualTo(201);
        String expecting = "{\"lines\": [{\"productId\": %d, \"amount\": 1, \"expectedUnitPriceMinor\": 100}]}"
                .formatted(tea.id());

        Shop.Product dearer = shop.tell(tea.net(120));
        Shop.Answer refused = shop.post(ben.bearer(), PATH, expecting);
        assertThat(refused.code()).isEqualTo("price-changed");
        assertThat(refused.body().path("unitPriceMinor").asLong()).isEqualTo(120);
        assertThat(shop.buy(ben, dearer, 1)
                        .body()
                        .at("/purchases/0/productVersion")
                        .asLong())
                .isEqualTo(2);

        Shop.Product gone = shop.tell(dearer.inactive());
        assertThat(shop.buy(ben, gone, 1).code()).isEqualTo("product-inactive");
        shop.tell(new Shop.Product(tea.id(), 120, "0", true, true, true, 4));
        assertThat(shop.buy(ben, tea, 1).status()).isEqualTo(201);
        assertThat(shop.credit(ben)).isEqualTo(-340);
    }

    @Test
    void booksACartWholeOrNotAtAll() {
        Member ben = members.withLimit(-1_000);
        Shop.Product tea = shop.product(400, "0");
        Shop.Product bottle = shop.product(-50, "0");
        Shop.Product air = shop.product(0, "27");
        Shop.Product hidden = shop.tell(shop.product(1, "0").notForSale());

        assertThat(cart(ben, tea, 2, hidden, 1).code()).isEqualTo("product-not-for-sale");
        assertThat(cart(ben, tea, 2, tea, 1).code()).isEqualTo("insufficient-credit");
        assertThat(shop.entries(ben)).isEmpty();

        Shop.Answer booked = cart(ben, tea, 2, bottle, 4, air, 3, tea, 1);

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.body().path("purchases")).hasSize(4);
        assertThat(booked.body().path("creditAfterMinor").asLong()).isEqualTo(-1_000);
        assertThat(shop.entries(ben)).containsExactlyInAnyOrder(200L, -400L, -800L);
        assertThat(shop.sumOfAllEntries()).isZero();
    }

    @Test
    void booksACartOfSeveralMembersAtTheKiosk() {
        Member ben = members.withLimit(-500);
        Member cleo = members.withLimit(-100);
        Shop.Product tea = shop.product(100, "27");
        String body = """
                {"lines": [{"productId": %1$d, "amount": 2, "memberId": "%2$s"},
                           {"productId": %1$d, "amount": %4$d, "memberId": "%3$s"}]}""";

        Shop.Answer refused = shop.post(Shop.kiosk(), PATH, body.formatted(tea.id(), ben.id(), cleo.id(), 1));
        assertThat(refused.code()).isEqualTo("insufficient-credit");
        assertThat(shop.entries(ben)).isEmpty();

        Member richer = members.change(cleo.limit(-500L));
        String key = UUID.randomUUID().toString();
        Shop.Answer booked = shop.post(Shop.kiosk(), PATH, key, body.formatted(tea.id(), ben.id(), richer.id(), 1));
        Shop.Answer again = shop.post(Shop.kiosk(), PATH, key, body.formatted(tea.id(), ben.id(), richer.id(), 1));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.body().path("creditAfterMinor").isNull()).isTrue();
        assertThat(again.body()).isEqualTo(booked.body());
        assertThat(shop.entries(ben)).containsExactly(-254L);
        assertThat(shop.entries(cleo)).containsExactly(-127L);
    }

    @Test
    void refusesEvenAFreeLineBelowTheLimit() {
        Member ben = members.withLimit(-100);
        Shop.Product tea = shop.product(100, "0");
        Shop.Product air = shop.product(0, "0");
        assertThat(shop.buy(ben, tea, 1).status()).isEqualTo(201);
        assertThat(shop.buy(ben, air, 1).status()).isEqualTo(201);

        Member poorer = members.change(ben.limit(-50L));

        assertThat(shop.buy(poorer, air, 1).code()).isEqualTo("insufficient-credit");
    }

    @Test
    void givesAStoredRefusalAgain() {
        Member ben = members.withLimit(0);
        Shop.Product tea = shop.product(100, "0");
        String key = UUID.randomUUID().toString();
        Shop.Answer first = shop.buy(ben, key, tea, 1);
        shop.deposit(members.admin(), ben, 1_000);

        Shop.Answer second = shop.buy(ben, key, tea, 1);

        assertThat(first.code()).isEqualTo("insufficient-credit");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(shop.credit(ben)).isEqualTo(1_000);
    }

    @Test
    void answersAsAtFirstAlthoughTheProductIsGone() {
        Member ben = members.verified();
        Shop.Product tea = shop.product(100, "0");
        String key = UUID.randomUUID().toString();
        Shop.Answer first = shop.buy(ben, key, tea, 1);

        shop.tell(tea.inactive());

        assertThat(shop.buy(ben, key, tea, 1).body()).isEqualTo(first.body());
        assertThat(shop.buy(ben, tea, 1).code()).isEqualTo("product-inactive");
    }

    private Shop.Answer cart(Member buyer, Object... productsAndAmounts) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < productsAndAmounts.length; i += 2) {
            lines.append(i == 0 ? "" : ", ")
                    .append("{\"productId\": %s, \"amount\": %s}"
                            .formatted(((Shop.Product) productsAndAmounts[i]).id(), productsAndAmounts[i + 1]));
        }
        return shop.post(buyer.bearer(), PATH, "{\"lines\": [" + lines + "]}");
    }

    private static String named(Member member, Shop.Product product) {
        return "{\"memberId\": \"%s\", \"lines\": [{\"productId\": %d, \"amount\": 1}]}"
                .formatted(member.id(), product.id());
    }
}
