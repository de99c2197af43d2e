package kontor.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class PriceIT {

    private final Shop shop;
    private final Wire wire;
    private final TestDatabase database;

    PriceIT(RestTestClient http, Members members, TopicReader topics, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
        this.database = database;
    }

    @Test
    void appendsAPriceAndTellsIt() {
        long id = shop.productId(Map.of("priceMinor", 240));

        Answer price = shop.post(prices(id), Map.of("priceMinor", 249)).expect(201);

        assertThat(shop.send(
                                HttpMethod.GET,
                                String.valueOf(price.headers().getLocation()).substring("/api/v1".length()),
                                shop.admin().bearer(),
                                null,
                                headers -> {})
                        .expect(200)
                        .text())
                .isEqualTo(price.text());
        Told fact = wire.facts("product", id, 3).getLast();
        assertThat(fact.name()).isEqualTo("price-changed");
        assertThat(fact.body().get("oldPriceMinor").asLong()).isEqualTo(240);
        assertThat(wire.state(id, body -> body.get("priceMinor").asLong() == 249)
                        .version())
                .isEqualTo(2);
    }

    @Test
    void refusesTheSamePriceAgain() {
        long id = shop.productId(Map.of("priceMinor", 240));

        shop.post(prices(id), Map.of("priceMinor", 240)).refused(409, "already-in-state");

        assertThat(shop.get(prices(id), shop.admin()).body().get("items")).hasSize(1);
    }

    @Test
    void takesZeroAndNegativePricesWithinTheRangeOnly() {
        long id = shop.productId(Map.of("priceMinor", -9_999_999_999L));

        shop.post(prices(id), Map.of("priceMinor", 0)).expect(201);
        shop.post(prices(id), Map.of("priceMinor", 9_999_999_999L)).expect(201);
        shop.post(prices(id), Map.of("priceMinor", 10_000_000_000L)).refused(400, "invalid-field");
        shop.post(prices(id), Map.of("priceMinor", -10_000_000_000L)).refused(400, "invalid-field");
    }

    @Test
    void refusesAPriceWhoseGrossLeavesTheRange() {
        long id = shop.productId(Map.of("vatRateId", shop.vatRate()));

        shop.post(prices(id), Map.of("priceMinor", 9_999_999_999L)).refused(422, "amount-out-of-range");

        assertThat(shop.get("/products/" + id).body().get("priceMinor").asLong())
                .isEqualTo(100);
    }

    @Test
    void listsTheHistoryNewestFirstWithinASpan() {
        long id = shop.productId(Map.of("priceMinor", 1));
        shop.post(prices(id), Map.of("priceMinor", 2)).expect(201);
        shop.post(prices(id), Map.of("priceMinor", 3)).expect(201);

        assertThat(shop.get(prices(id), shop.admin()).body().get("items"))
                .extracting(row -> row.get("priceMinor").asInt())
                .containsExactly(3, 2, 1);
        shop.get(prices(id) + "?from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z", shop.admin())
                .refused(422, "wrong-order");
        assertThat(shop.get(prices(id) + "?to=2020-01-01T00:00:00Z", shop.admin())
                        .body()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void repeatsTheAnswerOfAKey() {
        long id = shop.productId(Map.of("priceMinor", 1));
        Answer first =
                shop.post(prices(id), Map.of("priceMinor", 2), "key-of-a-price").expect(201);

        Answer again =
                shop.post(prices(id), Map.of("priceMinor", 2), "key-of-a-price").expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        shop.post(prices(id), Map.of("priceMinor", 3), "key-of-a-price").refused(422, "idempotency-key-reused");
    }

    @Test
    void keepsOneHistoryUnderConcurrentChanges() {
        long id = shop.productId(Map.of("priceMinor", 1000));

        Together.all(
                16, n -> shop.post(prices(id), Map.of("priceMinor", 1001 + n)).expect(201));

        List<Told> facts = wire.facts("product", id, 18);
        assertThat(facts)
                .extracting(Told::version)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(18);
        for (int i = 2; i < facts.size(); i++) {
            assertThat(facts.get(i).body().get("oldPriceMinor"))
                    .isEqualTo(facts.get(i - 1).body().get("newPriceMinor"));
        }
        long newest = facts.getLast().body().get("newPriceMinor").asLong();
        assertThat(shop.get("/products/" + id).body().get("priceMinor").asLong())
                .isEqualTo(newest);
        assertThat(wire.state(id, body -> body.get("version").asLong() == 17)
                        .body()
                        .get("priceMinor")
                        .asLong())
                .isEqualTo(newest);
    }

    /** INV-12: whoever bought at a version finds its price in the history, however the changes race. */
    @Test
    void tellsEveryVersionWithAPriceOfItsHistory() {
        long rate = shop.vatRate();
        long id = shop.productId(Map.of("priceMinor", 1000, "vatRateId", rate));

        Together.all(18, n -> switch (n % 3) {
            case 0 -> shop.post(prices(id), Map.of("priceMinor", 2000 + n)).expect(201);
            case 1 -> shop.patch("/vat-rates/" + rate, Map.of("percentage", Shop.percentage()));
            default -> shop.patch("/products/" + id, Map.of("name", Shop.named("R"), "priceMinor", 3000 + n));
        });

        String etag = shop.get("/products/" + id).etag();
        Told newest =
                wire.state(id, body -> etag.equals("\"" + body.get("version").asLong() + "\""));
        assertThat(newest.version()).isGreaterThan(6);
        List<String> history = database.asOwner()
                .sql("select amount_minor || ' ' || to_char(valid_from at time zone 'UTC', 'HH24:MI:SS.US')"
                        + " from product_price where product_id = ?")
                .param(id)
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(wire.states(id)).allSatisfy(state -> assertThat(history).contains(bought(state.body())));
    }

    /** Price and time of a told state; the gross price must follow from both. */
    private static String bought(JsonNode state) {
        BigDecimal exact = BigDecimal.valueOf(state.get("priceMinor").asLong())
                .multiply(BigDecimal.valueOf(100).add(state.get("vatPercentage").asDecimal()))
                .movePointLeft(2);
        assertThat(state.get("grossPriceMinor").asLong())
                .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
        OffsetDateTime from = OffsetDateTime.parse(state.get("priceValidFrom").asString());
        return state.get("priceMinor").asLong() + " "
                + DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS").format(from);
    }

    private static String prices(long id) {
        return "/products/" + id + "/prices";
    }
}
