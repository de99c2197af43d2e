package kontor.ledger.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import kontor.ledger.Catalog;
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
class BalanceIT {

    private static final String PATH = "/api/v1/stocktakings/balance";
    private static final Instant START = Instant.parse("2026-03-10T06:00:00Z");
    private static final Instant END = Instant.parse("2026-03-13T20:00:00Z");

    private final Members members;
    private final RestTestClient http;
    private final Shop shop;
    private final Catalog catalog;
    private final Member ada;
    private final Stocktakings stocktakings;

    BalanceIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.http = http;
        shop = new Shop(database, writer, http);
        catalog = new Catalog(database, writer);
        ada = members.admin();
        stocktakings = new Stocktakings(shop, database, ada);
    }

    /** The fourth example of the page, with moves of every sort at both ends of the window. */
    @Test
    void comparesWhatIsThereWithWhatShouldBe() {
        Shop.Product tea = shop.product(300, "0");
        catalog.price(tea, 240, "2026-03-03T12:00:00Z");
        catalog.price(tea, 260, "2026-03-10T08:00:00Z");
        catalog.price(tea, 250, "2026-03-10T17:00:00Z");
        catalog.price(tea, 300, "2026-03-13T12:00:00Z");
        Member ben = members.withoutLimit();
        Replenishments replenishments = new Replenishments(shop, ada, tea);
        buy(ben, tea, 14, START);
        long revoked = buy(ben, tea, 5, START);
        buy(ben, tea, 100, END);
        shop.post(ada.bearer(), "/api/v1/shelf-purchases/" + revoked + "/revocations", "{\"revoked\": true}");
        replenishments.replenish(ben, replenishments.lines(700, 10, 20), START.plusSeconds(1));
        Shop.Answer off = replenishments.replenish(ben, replenishments.lines(7), START);
        replenishments.switchOver(Replenishments.COLLECTIONS, off.id(), true);
        replenishments.replenish(ben, replenishments.lines(7), END);

        Shop.Answer drawn =
                balance(stocktakings.count(START, Map.of(tea.id(), 40)).id(), count(tea, 31));

        JsonNode line = lineOf(drawn, tea);
        assertThat(line.path("boughtPieces").asLong()).isEqualTo(14);
        assertThat(line.path("boughtMinor").asLong()).isEqualTo(14 * 300);
        assertThat(line.path("replenishedPieces").asLong()).isEqualTo(6);
        assertThat(line.path("replenishedMinor").asLong()).isEqualTo(730);
        assertThat(line.path("difference").asLong()).isEqualTo(-1);
        assertThat(line.path("meanPriceMinor").asLong()).isEqualTo(263);
        assertThat(line.path("balanceMinor").asLong()).isEqualTo(-263);
        assertThat(drawn.body().path("totalMinor").asLong())
                .isEqualTo(drawn.body().path("profitMinor").asLong()
                        - drawn.body().path("lossMinor").asLong());
    }

    @Test
    void followsTheMovesThatTheCatalogTells() {
        Shop.Product tea = shop.product(100, "0");
        long start = stocktakings.count(START, Map.of(tea.id(), 10)).id();
        catalog.move(tea, "OPENING", 30, START, 30);
        catalog.move(tea, "RETAIL_OUT", -4, START.plusSeconds(60), 26);
        catalog.move(tea, "RETAIL_BACK", 1, START.plusSeconds(60), 27);
        catalog.move(tea, "CORRECTION", -2, START.plusSeconds(60), 25);
        catalog.move(tea, "SHELF", -9, START.plusSeconds(60), 16);
        catalog.move(tea, "CORRECTION", 500, END, 516);

        JsonNode line = lineOf(balance(start, count(tea, 36)), tea);

        assertThat(line.path("otherPieces").asLong()).isEqualTo(25);
        assertThat(line.path("difference").asLong()).isEqualTo(1);
        assertThat(line.path("meanPriceMinor").asLong()).isEqualTo(100);
        assertThat(line.path("balanceMinor").asLong()).isEqualTo(100);
    }

    @Test
    void countsProductsThatAreGoneToo() {
        Shop.Product tea = shop.product(50, "27");
        long start = stocktakings.count(START, Map.of(tea.id(), 3)).id();
        shop.tell(tea.inactive());

        JsonNode line = lineOf(balance(start, stocktakings.count(END, Map.of()).id()), tea);

        assertThat(line.path("endCount").asLong()).isZero();
        assertThat(line.path("balanceMinor").asLong()).isEqualTo(-150);
    }

    @Test
    void needsTwoThatCountInOrder() {
        long start = stocktakings.count(START, Map.of()).id();
        long same = stocktakings.count(START, Map.of()).id();
        long end = stocktakings.count(END, Map.of()).id();
        assertThat(balance(end, start).code()).isEqualTo("wrong-order");
        assertThat(balance(start, start).code()).isEqualTo("wrong-order");
        assertThat(balance(same, start).code()).isEqualTo("wrong-order");
        assertThat(balance(start, same).status()).isEqualTo(200);
        assertThat(balance(start, 0).code()).isEqualTo("unknown-reference");
        assertThat(shop.get(ada.bearer(), PATH + "?start=" + start).code()).isEqualTo("invalid-field");

        stocktakings.switchOver(end, true);

        assertThat(balance(start, end).code()).isEqualTo("stocktaking-revoked");
    }

    @Test
    void isATableForASpreadsheetToo() {
        long start = stocktakings.count(START, Map.of()).id();
        long end = stocktakings.count(END, Map.of()).id();

        String csv = String.valueOf(http.get()
                .uri(PATH + "?start=" + start + "&end=" + end)
                .header(HttpHeaders.AUTHORIZATION, ada.bearer())
                .header(HttpHeaders.ACCEPT, "text/csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        assertThat(csv).startsWith("productId,name,startCount,endCount,");
    }

    private long count(Shop.Product product, int pieces) {
        return stocktakings.count(END, Map.of(product.id(), pieces)).id();
    }

    private Shop.Answer balance(long start, long end) {
        return shop.get(ada.bearer(), PATH + "?start=" + start + "&end=" + end);
    }

    private static JsonNode lineOf(Shop.Answer drawn, Shop.Product product) {
        return drawn.body()
                .path("products")
                .valueStream()
                .filter(line -> line.path("productId").asLong() == product.id())
                .findFirst()
                .orElseThrow(() -> new AssertionError(drawn.body()));
    }

    /** Entered by an admin for another time. */
    private long buy(Member buyer, Shop.Product product, int amount, Instant at) {
        String line = "{\"productId\": %d, \"amount\": %d}".formatted(product.id(), amount);
        String cart = "{\"memberId\": \"%s\", \"at\": \"%s\", \"lines\": [%s]}".formatted(buyer.id(), at, line);
        return shop.post(ada.bearer(), "/api/v1/shelf-purchases", cart)
                .body()
                .at("/purchases/0/id")
                .asLong();
    }
}
