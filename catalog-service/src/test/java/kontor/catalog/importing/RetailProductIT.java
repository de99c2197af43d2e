package kontor.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kontor.catalog.Community;
import kontor.catalog.Retail;
import kontor.catalog.Shop;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TopicReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What products of a retail shop have that those of a community have not. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class RetailProductIT {

    private static final String XML = """
            <product><package_parameters><number_of_packages>2</number_of_packages><package_size><unit>cm</unit>\
            <width>100</width><height>50</height><depth>10</depth></package_size></package_parameters>\
            <description>Round &amp; nice.</description><recommended_age>0-18 m</recommended_age></product>""";

    private final Shop shop;
    private final Retail retail;
    private final Wire wire;
    private final TopicReader topics;

    RetailProductIT(RestTestClient http, Members members, TopicReader topics) {
        shop = new Shop(http, members);
        retail = new Retail(shop);
        wire = new Wire(topics);
        this.topics = topics;
    }

    @Test
    void comesWithRateCategoryDescriptionAndStock() {
        String percentage = Shop.percentage().toString();
        long rate = Community.ids(retail.vatRates(Retail.vatRate(new java.math.BigDecimal(percentage))))
                .getFirst();
        long category = Community.ids(retail.categories(Retail.category(null))).getFirst();
        Map<String, @Nullable Object> row = row();
        row.put("vatRateId", rate);
        row.put("categoryId", category);
        row.put("descriptionXml", XML);
        row.put("openingStock", 21);

        long id = Community.ids(retail.products(row)).getFirst();

        JsonNode product = shop.get("/products/" + id, shop.admin()).expect(200).body();
        assertThat(product.get("externalSource").asString()).isEqualTo("retail");
        assertThat(product.get("vatPercentage").decimalValue()).isEqualByComparingTo(percentage);
        assertThat(product.get("categoryId").asLong()).isEqualTo(category);
        assertThat(product.get("descriptionXml").asString()).isEqualTo(XML);
        assertThat(product.at("/stock/onHand").asInt()).isEqualTo(21);
        assertThat(product.get("version").asLong()).isEqualTo(1);
        assertThat(product.at("/description/recommendedAge").asString()).isEqualTo("0-18 m");
        assertThat(product.at("/description/numberOfPackages").asInt()).isEqualTo(2);
        JsonNode move = shop.get("/products/" + id + "/stock-moves", shop.admin())
                .expect(200)
                .body()
                .at("/items/0");
        assertThat(move.get("kind").asString()).isEqualTo("OPENING");
        assertThat(move.get("delta").asInt()).isEqualTo(21);
    }

    @Test
    void tellsItsStockAndStateOnce() {
        Map<String, @Nullable Object> row = row();
        row.put("openingStock", 58);

        long id = Community.ids(retail.products(row)).getFirst();

        Told moved = wire.facts("stock", id, 1).getFirst();
        assertThat(moved.name()).isEqualTo("stock-moved");
        assertThat(moved.version()).isEqualTo(1);
        assertThat(moved.body().get("onHandAfter").asInt()).isEqualTo(58);
        assertThat(topics.all("kontor.catalog.stock.v1", Long.toString(id)))
                .singleElement()
                .satisfies(record -> assertThat(record.headers()).containsEntry("ce_imported", "true"));
        assertThat(wire.state(id, body -> true).version()).isEqualTo(1);
        assertThat(Community.outcomes(retail.products(row))).containsExactly("UNCHANGED");
        assertThat(shop.get("/products/" + id, shop.admin())
                        .body()
                        .at("/stock/onHand")
                        .asInt())
                .isEqualTo(58);
    }

    @Test
    void beginsWithNothingWithoutAMovement() {
        Map<String, @Nullable Object> row = row();
        row.put("openingStock", 0);

        long id = Community.ids(retail.products(row)).getFirst();

        assertThat(shop.get("/products/" + id + "/stock-moves", shop.admin())
                        .expect(200)
                        .body()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void isRefusedForWhatItNames() {
        refused("vatRateId", 999_999, "unknown-reference");
        refused("categoryId", 999_999, "unknown-reference");
        refused("descriptionXml", "<product><open></product>", "bad-description");
        refused("descriptionXml", "<!DOCTYPE product><product/>", "bad-description");
    }

    private void refused(String field, Object value, String code) {
        assertThat(retail.products(row(), Community.with(row(), field, value))
                        .refused(422, code)
                        .pointer())
                .isEqualTo("/products/1/" + field);
    }

    private Map<String, @Nullable Object> row() {
        return Community.product(Community.externalId(), shop.admin().id());
    }
}
