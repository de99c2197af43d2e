package kontor.ledger.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import kontor.ledger.Shop;
import kontor.ledger.replenishment.Replenishments;
import kontor.ledger.stocktaking.Stocktakings;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class FinanceIT {

    private static final String FINANCE = "/api/v1/finance/";

    private final Members members;
    private final TestDatabase database;
    private final RestTestClient http;
    private final Shop shop;
    private final Member ada;

    FinanceIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.database = database;
        this.http = http;
        shop = new Shop(database, writer, http);
        ada = members.admin();
    }

    /** The fifth example of the page: prepaid money stands here twice, in the statement once. */
    @Test
    void tellsActivityFromResult() {
        Shop.Product tea = shop.product(1_000, "0");
        Member ben = members.verified();
        JsonNode before = report("activity");
        JsonNode held = report("statement");
        shop.deposit(ada, ben, 5_000);
        shop.buy(ben, tea, 3);

        JsonNode after = report("activity");
        JsonNode holds = report("statement");

        assertThat(grown(before, after, "/incomes/totalMinor")).isEqualTo(8_000);
        assertThat(grown(before, after, "/totalMinor")).isEqualTo(8_000);
        assertThat(closing(holds, "CASH") - closing(held, "CASH")).isEqualTo(5_000);
        assertThat(closing(holds, "MEMBER_CREDIT") - closing(held, "MEMBER_CREDIT"))
                .isEqualTo(2_000);
        assertThat(closing(holds, "SHELF_SALES") - closing(held, "SHELF_SALES")).isEqualTo(3_000);
    }

    @Test
    void countsOnlyWhatIsNotRevokedOnItsSide() {
        Shop.Product tea = shop.product(100, "27");
        Shop.Product bottle = shop.product(-40, "0");
        Member ben = members.withoutLimit();
        Replenishments replenishments = new Replenishments(shop, ada, tea);
        JsonNode before = report("activity");
        shop.buy(ben, tea, 2);
        shop.buy(ben, bottle, 3);
        shop.deposit(ada, ben, -700);
        revoke("/api/v1/deposits/", shop.deposit(ada, ben, 9_000).id());
        replenishments.replenish(ben, 500, -100);
        replenishments.replenish(ben, -60);
        Shop.Answer gone = replenishments.replenish(ben, 10_000, 1);
        revoke(Replenishments.LINES + "/", Replenishments.line(gone, 0));

        JsonNode after = report("activity");

        assertThat(item(after, "incomes", 0) - item(before, "incomes", 0)).isEqualTo(254);
        assertThat(item(after, "expenses", 0) - item(before, "expenses", 0)).isEqualTo(120);
        assertThat(item(after, "incomes", 1) - item(before, "incomes", 1)).isZero();
        assertThat(item(after, "expenses", 1) - item(before, "expenses", 1)).isEqualTo(700);
        assertThat(item(after, "incomes", 2) - item(before, "incomes", 2)).isEqualTo(60);
        assertThat(item(after, "expenses", 2) - item(before, "expenses", 2)).isEqualTo(401);
        assertThat(after.at("/incomes/items")
                        .valueStream()
                        .map(one -> one.path("source").asString()))
                .containsExactly("PURCHASES", "DEPOSITS", "REPLENISHMENTS", "STOCKTAKINGS");
    }

    @Test
    void takesTheFirstAndTheLastStocktakingOfThePeriod() {
        Shop.Product tea = shop.product(100, "0");
        Stocktakings stocktakings = new Stocktakings(shop, database, ada);
        String period = "?from=1990-01-01T00:00:00Z&to=1991-01-01T00:00:00Z";
        stocktakings.count(Instant.parse("1990-03-01T00:00:00Z"), Map.of(tea.id(), 10));
        assertThat(item(report("activity" + period), "expenses", 3)).isZero();
        long between = stocktakings
                .count(Instant.parse("1990-04-01T00:00:00Z"), Map.of(tea.id(), 1_000))
                .id();
        assertThat(item(report("activity" + period), "incomes", 3)).isEqualTo(99_000);
        stocktakings.count(Instant.parse("1990-05-01T00:00:00Z"), Map.of(tea.id(), 7));
        stocktakings.count(Instant.parse("1991-01-01T00:00:00Z"), Map.of(tea.id(), 500));

        JsonNode activity = report("activity" + period);

        assertThat(item(activity, "incomes", 3)).isZero();
        assertThat(item(activity, "expenses", 3)).isEqualTo(300);
        assertThat(activity.path("totalMinor").asLong()).isEqualTo(-300);
        stocktakings.switchOver(between, true);
        assertThat(report("activity" + period)).isEqualTo(activity);
    }

    @Test
    void sumsUpProducts() {
        Shop.Product tea = shop.product(249, "27");
        Member ben = members.withoutLimit();
        shop.buy(ben, tea, 4);
        revoke(
                "/api/v1/shelf-purchases/",
                shop.buy(ben, tea, 9).body().at("/purchases/0/id").asLong());
        Replenishments replenishments = new Replenishments(shop, ada, tea);
        Shop.Answer brought = replenishments.replenish(ben, 500, 20);
        revoke(Replenishments.LINES + "/", Replenishments.line(brought, 1));

        JsonNode sums = sums("", tea);

        assertThat(sums.path("boughtPieces").asLong()).isEqualTo(4);
        assertThat(sums.path("boughtNetMinor").asLong()).isEqualTo(996);
        assertThat(sums.path("boughtGrossMinor").asLong()).isEqualTo(1_264);
        assertThat(sums.path("replenishedPieces").asLong()).isEqualTo(2);
        assertThat(sums.path("replenishedMinor").asLong()).isEqualTo(500);
        assertThat(sums("&to=1971-01-01T00:00:00Z", tea).path("boughtPieces").asLong())
                .isZero();
    }

    /** A name that a spreadsheet would take for a formula. */
    @Test
    void isATableForASpreadsheetToo() {
        Shop.Product tea = shop.product(100, "0");
        shop.buy(members.withoutLimit(), tea, 1);
        database.asOwner()
                .sql("update known_product set name = '=HYPERLINK(\"http://evil\")' where id = ?")
                .param(tea.id())
                .update();

        assertThat(csv("product-sums?limit=1&sort=-productId"))
                .startsWith("productId,name,boughtPieces,")
                .contains("%d,\"'=HYPERLINK(\"\"http://evil\"\")\",1,100,100,0,0\r\n".formatted(tea.id()));
        assertThat(csv("activity")).startsWith("side,source,amountMinor\r\nINCOMES,PURCHASES,");
        assertThat(csv("statement")).startsWith("section,kind,owner,openingMinor,movementMinor,closingMinor\r\n");
    }

    /** A page of it has no cursor that anybody could go on with. */
    @Test
    void isAWholeTableHoweverManyProducts() {
        database.asOwner().sql("""
                        insert into shelf_purchase (id, cart_id, at, entered_at, member_id, product_id, product_version,
                            unit_net_minor, vat_percentage, unit_price_minor, amount, total_minor, entered_via)
                        select nextval('shelf_purchase_seq'), 1, '1990-01-01Z', '1990-01-01Z', ?, n, 1, 0, 0, 0, 1, 0,
                            'SELF'
                        from generate_series(1, 130) n
                        """).param(ada.id()).update();

        String window = "from=1990-01-01T00:00:00Z&to=1990-01-02T00:00:00Z";

        assertThat(csv("product-sums?" + window).lines()).hasSize(131);
        assertThat(csv("product-sums?limit=100&" + window).lines()).hasSize(101);
        assertThat(report("product-sums?" + window).path("items")).hasSize(50);
    }

    private String csv(String path) {
        return String.valueOf(http.get()
                .uri(FINANCE + path)
                .header(HttpHeaders.AUTHORIZATION, ada.bearer())
                .header(HttpHeaders.ACCEPT, "text/csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private JsonNode sums(String period, Shop.Product product) {
        return report("product-sums?sort=-productId&limit=100" + period)
                .path("items")
                .valueStream()
                .filter(row -> row.path("productId").asLong() == product.id())
                .findFirst()
                .orElseThrow();
    }

    private void revoke(String path, long id) {
        shop.post(ada.bearer(), path + id + "/revocations", "{\"revoked\": true}");
    }

    private JsonNode report(String path) {
        Shop.Answer answer = shop.get(ada.bearer(), FINANCE + path);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static long item(JsonNode activity, String side, int index) {
        return activity.at("/%s/items/%d/amountMinor".formatted(side, index)).asLong();
    }

    private static long grown(JsonNode before, JsonNode after, String pointer) {
        return after.at(pointer).asLong() - before.at(pointer).asLong();
    }

    private static long closing(JsonNode statement, String kind) {
        return statement
                .valueStream()
                .flatMap(section -> section.path("lines").valueStream())
                .filter(line -> line.path("kind").asString().equals(kind))
                .mapToLong(line -> line.at("/amounts/closingMinor").asLong())
                .sum();
    }
}
