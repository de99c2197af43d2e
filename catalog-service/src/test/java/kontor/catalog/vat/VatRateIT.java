package kontor.catalog.vat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class VatRateIT {

    private final Shop shop;
    private final Wire wire;
    private final TestDatabase database;

    VatRateIT(RestTestClient http, Members members, TopicReader topics, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
        this.database = database;
    }

    @Test
    void changesEveryProductWithTheRate() {
        long rate = shop.vatRate();
        long one = shop.productId(Map.of("vatRateId", rate, "priceMinor", 1000));
        long other = shop.productId(Map.of("vatRateId", rate, "priceMinor", 2000));
        long elsewhere = shop.productId(Map.of());

        shop.patch("/vat-rates/" + rate, Map.of("percentage", new BigDecimal("61.25")))
                .expect(200);

        assertThat(wire.state(one, body -> body.get("grossPriceMinor").asLong() == 1613)
                        .version())
                .isEqualTo(2);
        assertThat(wire.state(other, body -> body.get("grossPriceMinor").asLong() == 3225)
                        .version())
                .isEqualTo(2);
        assertThat(shop.get("/products/" + elsewhere).etag()).isEqualTo("\"1\"");
        assertThat(database.asOwner()
                        .sql("select count(*) from vat_rate_change where vat_rate_id = ?")
                        .param(rate)
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesAPercentageThatLiftsAGrossPriceOutOfRange() {
        long rate = shop.vatRate();
        long id = shop.productId(Map.of("vatRateId", rate, "priceMinor", 7_500_000_000L));

        shop.patch("/vat-rates/" + rate, Map.of("percentage", new BigDecimal("71.11")))
                .refused(422, "amount-out-of-range");

        assertThat(shop.get("/products/" + id).etag()).isEqualTo("\"1\"");
        assertThat(wire.facts("vat-rate", rate, 1)).hasSize(1);
    }

    @Test
    void isUniqueAndStaysWhileInUse() {
        long rate = shop.vatRate();
        JsonNode body = shop.get("/vat-rates/" + rate).body();
        shop.post("/vat-rates", Map.of("percentage", body.get("percentage"))).refused(409, "duplicate");
        shop.patch("/vat-rates/" + shop.vatRate(), Map.of("percentage", body.get("percentage")))
                .refused(409, "duplicate");
        long id = shop.productId(Map.of("vatRateId", rate));

        shop.delete("/vat-rates/" + rate).refused(409, "in-use");
        shop.patch("/products/" + id, Map.of("vatPercentage", 0)).expect(200);
        shop.delete("/vat-rates/" + rate).expect(204);

        List<Told> facts = wire.facts("vat-rate", rate, 2);
        assertThat(facts.getLast().body().get("deleted").asBoolean()).isTrue();
    }

    @Test
    void alwaysHasTheZeroRate() {
        long zero = shop.product(Map.of()).expect(201).body().get("vatRateId").asLong();

        shop.delete("/vat-rates/" + zero).refused(409, "in-use");
        shop.patch("/vat-rates/" + zero, Map.of("percentage", 1.5)).refused(409, "in-use");
        shop.patch("/vat-rates/" + zero, Map.of("name", Shop.named("None"))).expect(200);

        assertThat(wire.facts("vat-rate", zero, 2).getFirst().version()).isEqualTo(1);
    }

    @Test
    void hasAtMostTwoDecimalsUpToAHundred() {
        for (Object wrong : List.of(100.01, -0.01, 1.005, "5", true, new BigDecimal("1e999"))) {
            Answer answer = shop.post("/vat-rates", Map.of("percentage", wrong)).refused(400, "invalid-field");
            assertThat(answer.pointer()).isEqualTo("/percentage");
        }
    }
}
