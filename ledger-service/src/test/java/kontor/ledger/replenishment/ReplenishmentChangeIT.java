package kontor.ledger.replenishment;

import static kontor.ledger.replenishment.Replenishments.COLLECTIONS;
import static kontor.ledger.replenishment.Replenishments.LINES;
import static kontor.ledger.replenishment.Replenishments.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class ReplenishmentChangeIT {

    private final Members members;
    private final Shop shop;
    private final Member ada;
    private final Shop.Product tea;
    private final Replenishments replenishments;

    ReplenishmentChangeIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.shop = new Shop(database, writer, http);
        ada = members.admin();
        tea = shop.product(100, "27");
        replenishments = new Replenishments(shop, ada, tea);
    }

    /** The third example of the page. */
    @Test
    void creditsTheSellerWithWhatCounts() {
        Member ben = members.verified();

        Shop.Answer made = replenishments.replenish(ben, 1_200, 800, 500);
        long second = line(made, 1);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().getFirst("Location")).isEqualTo(COLLECTIONS + "/" + made.id());
        assertThat(made.headers().getETag()).isEqualTo("\"1\"");
        assertThat(made.body().path("priceMinor").asLong()).isEqualTo(2_500);
        assertThat(replenishments.switchOver(LINES, second, true).status()).isEqualTo(201);
        assertThat(replenishments.switchOver(COLLECTIONS, made.id(), true).status())
                .isEqualTo(201);
        assertThat(replenishments.switchOver(LINES, second, false).status()).isEqualTo(201);
        assertThat(shop.entries(ben)).containsExactly(2_500L, -800L, -1_700L);
        assertThat(replenishments
                        .switchOver(COLLECTIONS, made.id(), false)
                        .body()
                        .path("version")
                        .asLong())
                .isEqualTo(5);
        assertThat(shop.entries(ben)).containsExactly(2_500L, -800L, -1_700L, 2_500L);
        assertThat(shop.audits("replenishment-collection", made.id()))
                .containsExactly(
                        "make-replenishment-collection",
                        "revoke-replenishment-collection",
                        "reapply-replenishment-collection");
        assertThat(shop.audits("replenishment", second))
                .containsExactly("revoke-replenishment", "reapply-replenishment");
    }

    @Test
    void switchesTheCollectionAlongAsSystem() {
        Shop.Answer made = replenishments.replenish(members.verified(), 1_200);
        replenishments.switchOver(LINES, line(made, 0), true);

        assertThat(replenishments.switchOver(COLLECTIONS, made.id(), false).code())
                .isEqualTo("not-allowed-in-state");
        assertThat(replenishments.switchOver(LINES, line(made, 0), false).status())
                .isEqualTo(201);

        Shop.Answer found = shop.get(ada.bearer(), COLLECTIONS + "/" + made.id());
        assertThat(found.body().path("revoked").asBoolean()).isFalse();
        assertThat(found.body()
                        .path("history")
                        .valueStream()
                        .map(row -> row.path("byAdminId").asString()))
                .containsOnly("00000000-0000-0000-0000-000000000001")
                .hasSize(2);
        assertThat(shop.get(ada.bearer(), LINES + "/" + line(made, 0)).body().path("history"))
                .hasSize(2);
    }

    @Test
    void postsOnlyWhatAnEditChanges() {
        Member ben = members.verified();
        Shop.Answer made = replenishments.replenish(ben, 1_200, 800);
        long first = line(made, 0);

        Shop.Answer pieces = shop.patch(ada.bearer(), LINES + "/" + first, "\"1\"", "{\"amount\": 7}");
        Shop.Answer price = shop.patch(ada.bearer(), LINES + "/" + first, "\"2\"", "{\"totalPriceMinor\": -300}");
        Shop.Answer same = shop.patch(ada.bearer(), LINES + "/" + first, "\"3\"", "{\"amount\": 7}");

        assertThat(pieces.headers().getETag()).isEqualTo("\"2\"");
        assertThat(price.body().path("totalPriceMinor").asLong()).isEqualTo(-300);
        assertThat(same.headers().getETag()).isEqualTo("\"3\"");
        assertThat(shop.entries(ben)).containsExactly(2_000L, -1_500L);
        assertThat(shop.audits("replenishment", first)).containsExactly("edit-replenishment", "edit-replenishment");
    }

    @Test
    void editsTimeAndComment() {
        Shop.Answer made = replenishments.replenish(members.verified(), 1_200);
        String path = COLLECTIONS + "/" + made.id();

        assertThat(shop.patch(ada.bearer(), path, null, "{}").code()).isEqualTo("if-match-required");
        assertThat(shop.patch(ada.bearer(), path, "\"2\"", "{}").code()).isEqualTo("version-mismatch");
        assertThat(shop.patch(ada.bearer(), path, "\"1\"", "{\"at\": \"2126-05-04T10:00:00Z\"}")
                        .code())
                .isEqualTo("in-future");
        assertThat(shop.patch(ada.bearer(), path, "\"1\"", "{\"comment\": null}")
                        .code())
                .isEqualTo("invalid-field");
        Shop.Answer edited = shop.patch(
                ada.bearer(), path, "\"1\"", "{\"at\": \"2026-05-04T10:00:00+02:00\", \"comment\": \"farm\"}");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.body().path("at").asString()).isEqualTo("2026-05-04T08:00:00Z");
        assertThat(shop.get(ada.bearer(), path).body().path("comment").asString())
                .isEqualTo("farm");
        assertThat(edited.headers().getETag()).isEqualTo("\"2\"");
    }

    @Test
    void agreesWithItsLinesHoweverTheyAreSwitchedAtOnce() {
        Member ben = members.verified();
        Shop.Answer made = replenishments.replenish(ben, 100, 20, 3);

        Stream<Runnable> switches = IntStream.range(0, 60).mapToObj(i -> () -> {
            boolean isCollection = i % 4 == 3;
            Shop.Answer answer = isCollection
                    ? replenishments.switchOver(COLLECTIONS, made.id(), i % 8 == 3)
                    : replenishments.switchOver(LINES, line(made, i % 4), (i / 4) % 2 == 0);
            assertThat(answer.status()).isIn(201, 409);
        });
        Together.run(8, Stream.concat(switches, Stream.of(() -> shop.buy(ben, tea, 1))));

        Shop.Answer found = shop.get(ada.bearer(), COLLECTIONS + "/" + made.id());
        long effective = found.body().path("revoked").asBoolean()
                ? 0
                : found.body().path("priceMinor").asLong();
        assertThat(shop.credit(ben)).isEqualTo(effective - 127);
        assertThat(shop.sumOfAllEntries()).isZero();
    }
}
