package kontor.ledger.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.ledger.importing.Imports.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The history of a community shop is taken over as it was (G-39 to G-44). */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class CommunityFactsIT {

    private static final String MORNING = "2019-05-04T08:00:00Z";
    private static final String NOON = "2019-05-04T12:00:00Z";
    private static final String EVENING = "2019-05-04T20:00:00Z";

    private final TestDatabase database;
    private final Shop shop;
    private final Member ada;
    private final Member ben;
    private final Shop.Product tea;
    private final Imports imports;

    CommunityFactsIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.database = database;
        shop = new Shop(database, writer, http);
        ada = members.admin();
        // Neither limit nor activity count for what was long ago.
        ben = members.change(members.withLimit(0).inactive());
        tea = shop.tell(shop.product(100, "27").inactive());
        imports = new Imports(shop, ada);
    }

    @Test
    void takesOverEveryKind() {
        List<Fact> facts = imports.ofEveryKind(ben, tea);

        Shop.Answer answer = imports.send(facts);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(Imports.outcomes(answer)).hasSize(9).containsOnly("CREATED");
        assertThat(answer.body().at("/results/7/kind").asString()).isEqualTo("REPLENISHMENT_SWITCH");
        assertThat(answer.body().at("/results/7/externalId").asString())
                .isEqualTo(facts.get(7).externalId());
        // The collection posts nothing when it is revoked: its only line was revoked before.
        assertThat(shop.entries(ben)).containsExactly(5_000L, -300L, 700L, -5_000L, 300L, -700L);
        assertThat(shop.credit(ben)).isZero();
        List<Long> ids = Imports.ids(answer);
        assertThat(shop.audits("deposit", ids.get(0))).containsExactly("import-deposit", "import-revoke-deposit");
        assertThat(shop.audits("shelf-purchase", ids.get(1)))
                .containsExactly("import-shelf-purchase", "import-revoke-shelf-purchase");
        assertThat(shop.audits("replenishment-collection", ids.get(2)))
                .containsExactly("import-replenishment-collection", "import-revoke-replenishment-collection");
        assertThat(shop.audits("stocktaking", ids.get(3)))
                .containsExactly("import-stocktaking", "import-revoke-stocktaking");
        assertThat(shop.sumOfAllEntries()).isZero();
        assertThat(new VerifySet(database).offenders()).isEmpty();
    }

    @Test
    void postsInTheOrderSentAtTheTimeOfEachFact() {
        Fact deposit = imports.deposit(ben, 1_000, MORNING);
        Fact dear = imports.purchase(ben, tea, 3, 200, NOON);
        Instant begun = Instant.now();

        imports.send(
                deposit,
                imports.purchase(ben, tea, 1, 150, NOON),
                dear,
                imports.switched(deposit, true, EVENING),
                imports.purchase(ben, tea, 1, 0, EVENING),
                imports.purchaseSwitched(dear, true, EVENING),
                imports.purchaseSwitched(dear, false, EVENING));

        JsonNode entries = shop.get(ada.bearer(), "/api/v1/accounts/%s/entries?sort=bookedAt".formatted(ben.id()))
                .body()
                .path("items");
        assertThat(column(entries, "balanceAfterMinor")).containsExactly("1000", "850", "250", "-750", "-150", "-750");
        assertThat(column(entries, "at")).containsExactly(MORNING, NOON, NOON, EVENING, EVENING, EVENING);
        assertThat(column(entries, "bookedAt"))
                .allMatch(at -> !Instant.parse(at).isBefore(begun));
        assertThat(column(entries, "kind"))
                .containsExactly("DEPOSIT", "SHELF", "SHELF", "DEPOSIT_REVOKED", "SHELF_REVOKED", "SHELF_REAPPLIED");
        assertThat(shop.sumOfAllEntries()).isZero();
    }

    @Test
    void keepsPricesActorsAndHistories() {
        Fact bought = imports.purchase(ben, tea, 2, 180, NOON, ada.id());

        long id = Imports.ids(imports.send(bought, imports.purchaseSwitched(bought, true, EVENING)))
                .getFirst();

        JsonNode purchase =
                shop.get(ada.bearer(), "/api/v1/shelf-purchases/" + id).body();
        assertThat(purchase.path("unitPriceMinor").asLong()).isEqualTo(180);
        assertThat(purchase.path("totalMinor").asLong()).isEqualTo(360);
        assertThat(purchase.path("vatPercentage").asInt()).isZero();
        assertThat(purchase.path("productVersion").asLong()).isZero();
        assertThat(purchase.path("at").asString()).isEqualTo(NOON);
        assertThat(purchase.path("enteredAt").asString()).isEqualTo(NOON);
        assertThat(purchase.path("enteredVia").asString()).isEqualTo("ADMIN");
        assertThat(purchase.path("externalSource").asString()).isEqualTo("community");
        assertThat(purchase.at("/history/0/at").asString()).isEqualTo(EVENING);
        assertThat(purchase.at("/history/0/actorId").asString())
                .isEqualTo(ada.id().toString());
    }

    /** Lines and collection are switched by rows of their own, never by each other. */
    @Test
    void netsTheWholeHistoryOfAReplenishment() {
        List<String> lines = List.of(Imports.id(), Imports.id(), Imports.id());
        Fact brought = imports.replenishment(ben, tea, MORNING, lines, 1_200, 800, 500);

        Shop.Answer answer = imports.send(
                brought,
                imports.lineSwitched(lines.get(1), true, NOON), // -800
                imports.collectionSwitched(brought, true, NOON), // -1 700
                imports.lineSwitched(lines.get(1), false, NOON), // does not count
                imports.collectionSwitched(brought, false, NOON), // +2 500
                imports.lineSwitched(lines.get(0), true, EVENING), // -1 200
                imports.lineSwitched(lines.get(1), true, EVENING), // -800
                imports.lineSwitched(lines.get(2), true, EVENING)); // -500, and the collection stays booked

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(shop.entries(ben)).containsExactly(2_500L, -800L, -1_700L, 2_500L, -1_200L, -800L, -500L);
        String path = "/api/v1/replenishment-collections/" + Imports.ids(answer).getFirst();
        JsonNode collection = shop.get(ada.bearer(), path).body();
        assertThat(collection.path("revoked").asBoolean()).isFalse();
        assertThat(column(collection.path("history"), "revoked")).containsExactly("true", "false");
        assertThat(column(collection.path("history"), "at")).containsExactly(NOON, NOON);
        assertThat(new VerifySet(database).offenders()).isEmpty();

        // From here on the rules of this shop hold: the line counts again, and its collection still does.
        long line = collection.at("/lines/0/id").asLong();
        assertThat(shop.post(ada.bearer(), "/api/v1/replenishments/" + line + "/revocations", "{\"revoked\": false}")
                        .status())
                .isEqualTo(201);
        assertThat(shop.credit(ben)).isEqualTo(1_200);
        assertThat(new VerifySet(database).offenders()).isEmpty();
    }

    @Test
    void takesOverFiveHundredPurchasesAtOnce() {
        List<Fact> facts = IntStream.range(0, 500)
                .mapToObj(i -> imports.purchase(ben, tea, 1 + i % 3, 50 + i, NOON))
                .toList();

        long begun = System.nanoTime();
        List<String> statements =
                Statements.of(() -> assertThat(imports.send(facts).status()).isEqualTo(200));
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(statements).filteredOn(sql -> sql.contains("into outbox")).hasSize(1);
        assertThat(shop.credit(ben))
                .isEqualTo(-IntStream.range(0, 500)
                        .mapToLong(i -> (1 + i % 3) * (50L + i))
                        .sum());
        assertThat(taken).isLessThan(Duration.ofSeconds(5));
        assertThat(new VerifySet(database).offenders()).isEmpty();
    }

    private static Stream<String> column(JsonNode rows, String name) {
        return rows.valueStream().map(row -> row.path(name).asString());
    }
}
