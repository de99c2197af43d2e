package kontor.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TopicReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class ProductEditIT {

    private static final String XML = "  <product><recommended_age>9-36 m</recommended_age></product>\n";

    private final Shop shop;
    private final Wire wire;

    ProductEditIT(RestTestClient http, Members members, TopicReader topics) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
    }

    @Test
    void editsWhatIsSentAndNothingElse() {
        long category = shop.category(null);
        Answer created = shop.product(Map.of(
                        "categoryId", category, "barcode", Shop.named("x").replace(' ', '-')))
                .expect(201);
        Map<String, @Nullable Object> patch = new HashMap<>();
        patch.put("categoryId", null);
        patch.put("priceMinor", 300);
        patch.put("revocable", false);

        Answer edited =
                shop.patch("/products/" + created.id(), created.etag(), patch).expect(200);

        assertThat(edited.etag()).isEqualTo("\"2\"");
        assertThat(edited.body().get("categoryId").isNull()).isTrue();
        assertThat(edited.body().get("barcode")).isEqualTo(created.body().get("barcode"));
        assertThat(wire.facts("product", created.id(), 4))
                .extracting(Told::name)
                .containsExactly("product-created", "price-changed", "product-changed", "price-changed");
        assertThat(wire.states(created.id())).extracting(Told::version).contains(1L);
        assertThat(wire.state(created.id(), body -> body.get("priceMinor").asLong() == 300)
                        .version())
                .isEqualTo(2);
    }

    @Test
    void changesNothingByEqualValues() {
        Answer created = shop.product(Map.of("priceMinor", 100)).expect(201);
        Map<String, Object> same = Map.of(
                "name", created.body().get("name").asString(), "priceMinor", 100, "active", true, "tagIds", List.of());

        Answer answer =
                shop.patch("/products/" + created.id(), created.etag(), same).expect(200);

        assertThat(answer.etag()).isEqualTo(created.etag());
    }

    @Test
    void wantsTheVersionLastReadForAnEdit() {
        Answer created = shop.product(Map.of()).expect(201);
        String path = "/products/" + created.id();
        shop.patch(path, created.etag(), Map.of("active", false)).expect(200);

        shop.patch(path, created.etag(), Map.of("active", true)).refused(412, "version-mismatch");
        shop.patch(path, "*", Map.of("active", true)).refused(412, "version-mismatch");
        shop.send(HttpMethod.PATCH, path, shop.admin().bearer(), Map.of("active", true), headers -> {})
                .refused(428, "if-match-required");
    }

    /** Example 2 of the domain page. */
    @Test
    void followsItsTags() {
        long snacks = shop.tag(true);
        long office = shop.tag(false);
        long id = shop.productId(Map.of("tagIds", List.of(snacks, office)));
        String path = "/products/" + id;

        assertThat(shop.get(path).body().get("forSale").asBoolean()).isFalse();
        assertThat(shop.patch(path, Map.of("tagIds", List.of(snacks)))
                        .body()
                        .get("forSale")
                        .asBoolean())
                .isTrue();
        shop.patch(path, Map.of("tagIds", List.of())).refused(409, "last-tag");
    }

    @Test
    void keepsTheDescriptionAsGivenAndShowsWhatIsReadFromIt() {
        Answer created = shop.product(Map.of("descriptionXml", XML)).expect(201);
        JsonNode read = shop.get("/products/" + created.id()).body();

        assertThat(read.get("descriptionXml").asString()).isEqualTo(XML);
        assertThat(read.get("description").get("recommendedAge").asString()).isEqualTo("9-36 m");
        Answer patched = shop.patch("/products/" + created.id(), Map.of("descriptionXml", XML + " "));
        assertThat(patched.body().get("descriptionXml").asString()).isEqualTo(XML + " ");
        assertThat(wire.facts("product", created.id(), 3)
                        .getLast()
                        .body()
                        .get("changed")
                        .get(0)
                        .asString())
                .isEqualTo("descriptionXml");
    }

    @Test
    void refusesBadDescriptionsAndTooLongOnes() {
        shop.product(Map.of("descriptionXml", "<!DOCTYPE product><product/>")).refused(422, "bad-description");
        shop.product(Map.of("descriptionXml", "")).refused(400, "invalid-field");
        String frame = "<product><description></description></product>";
        String fits = frame.replace("></d", ">" + "x".repeat(65_536 - frame.length()) + "</d");
        shop.product(Map.of("descriptionXml", fits)).expect(201);
        Answer tooLong = shop.product(Map.of("descriptionXml", fits + " ")).refused(400, "invalid-field");
        assertThat(tooLong.pointer()).isEqualTo("/descriptionXml");
        long id = shop.productId(Map.of());
        shop.patch("/products/" + id, Map.of("descriptionXml", fits + " ")).refused(400, "invalid-field");
        shop.patch("/products/" + id, Map.of("descriptionXml", "<x/>")).refused(422, "bad-description");
    }
}
