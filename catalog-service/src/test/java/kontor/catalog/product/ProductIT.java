package kontor.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TopicReader;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class ProductIT {

    private final Shop shop;
    private final Wire wire;
    private final Members members;

    ProductIT(RestTestClient http, Members members, TopicReader topics) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
        this.members = members;
    }

    @Test
    void tellsANewProductWithItsPriceAndItsState() {
        long tag = shop.tag(true);
        Answer answer =
                shop.product(Map.of("priceMinor", 249, "tagIds", List.of(tag))).expect(201);

        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(String.valueOf(answer.headers().getLocation())).isEqualTo("/api/v1/products/" + answer.id());
        assertThat(answer.body().get("priceMinor").asLong()).isEqualTo(249);
        List<Told> facts = wire.facts("product", answer.id(), 2);
        assertThat(facts).extracting(Told::name).containsExactly("product-created", "price-changed");
        assertThat(facts).extracting(Told::version).containsExactly(1L, 2L);
        Told state = wire.state(answer.id(), body -> true);
        assertThat(state.version()).isEqualTo(1);
        assertThat(state.body().get("forSale").asBoolean()).isTrue();
    }

    /** Example 1 of the domain page. */
    @ParameterizedTest
    @CsvSource({"249, 27, 316", "250, 15, 288", "-40, 27, -51", "100, 0, 100"})
    void showsTheGrossPrice(long net, BigDecimal percentage, long gross) {
        shop.post("/vat-rates", Map.of("percentage", percentage)); // another case may have made it
        Answer product = shop.product(Map.of("priceMinor", net, "vatPercentage", percentage))
                .expect(201);

        assertThat(product.body().get("grossPriceMinor").asLong()).isEqualTo(gross);
        assertThat(wire.state(product.id(), body -> true)
                        .body()
                        .get("grossPriceMinor")
                        .asLong())
                .isEqualTo(gross);
    }

    @Test
    void refusesATakenNameIgnoringCaseAndATakenBarcode() {
        String name = Shop.named("Straße");
        String barcode = Shop.named("b").replace(" ", "");
        shop.product(Map.of("name", name, "barcode", barcode)).expect(201);

        shop.product(Map.of("name", name.toUpperCase(Locale.ROOT))).refused(409, "duplicate");
        shop.product(Map.of("barcode", barcode)).refused(409, "duplicate");
    }

    @Test
    void lendsOneNameToOneOfManyRacers() {
        String name = Shop.named("Raced");

        List<Integer> statuses =
                Together.all(8, n -> shop.product(Map.of("name", name)).status());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void namesTheReferenceThatNamesNothing() {
        assertThat(shop.product(Map.of("vatRateId", 999_999))
                        .refused(422, "unknown-reference")
                        .pointer())
                .isEqualTo("/vatRateId");
        assertThat(shop.product(Map.of("vatPercentage", 99.99))
                        .refused(422, "unknown-reference")
                        .pointer())
                .isEqualTo("/vatPercentage");
        assertThat(shop.product(Map.of("categoryId", 999_999))
                        .refused(422, "unknown-reference")
                        .pointer())
                .isEqualTo("/categoryId");
        assertThat(shop.product(Map.of("categoryName", "nowhere"))
                        .refused(422, "unknown-reference")
                        .pointer())
                .isEqualTo("/categoryName");
        assertThat(shop.product(Map.of("tagIds", List.of(shop.tag(true), 999_999)))
                        .refused(422, "unknown-reference")
                        .pointer())
                .isEqualTo("/tagIds/1");
    }

    @Test
    void withdrawsAndFreesNameAndBarcode() {
        String name = Shop.named("Winter tea");
        Answer created = shop.product(Map.of("name", name, "barcode", name.replace(' ', '-')))
                .expect(201);
        String path = "/products/" + created.id();

        shop.delete(path).expect(204);

        shop.get(path, shop.admin()).refused(404, "not-found");
        shop.delete(path).refused(404, "not-found");
        shop.patch(path, "\"2\"", Map.of("active", true)).refused(404, "not-found");
        assertThat(shop.get("/products?active=any&name=" + name.replace(" ", "%20"), shop.admin())
                        .body()
                        .get("items"))
                .isEmpty();
        shop.product(Map.of("name", name, "barcode", name.replace(' ', '-'))).expect(201);
        assertThat(wire.facts("product", created.id(), 3).getLast().name()).isEqualTo("product-withdrawn");
        assertThat(wire.state(created.id(), body -> body.get("withdrawn").asBoolean())
                        .body()
                        .get("active")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void showsEachCallerHisPart() {
        long id = shop.productId(Map.of("tagIds", List.of(shop.tag(true))));
        String path = "/products/" + id;

        assertThat(shop.get(path).body().get("stock").isNull()).isTrue();
        JsonNode forMember = shop.get(path, members.verified()).body().get("stock");
        assertThat(forMember.get("available").asInt()).isZero();
        assertThat(forMember.get("onHand").isNull()).isTrue();
        assertThat(shop.get(path, shop.admin())
                        .body()
                        .get("stock")
                        .get("onHand")
                        .asInt())
                .isZero();

        shop.patch(path, Map.of("active", false)).expect(200);
        JsonNode inactive = shop.get(path, members.verified()).body();
        assertThat(inactive.get("name").isNull()).isFalse();
        assertThat(inactive.get("tagIds")).hasSize(1);
        assertThat(inactive.properties().stream()
                        .filter(field -> !field.getValue().isNull())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("id", "version", "name", "active", "tagIds", "tags", "createdAt");
        assertThat(shop.get(path, shop.admin()).body().get("priceMinor").asLong())
                .isEqualTo(100);
    }

    @Test
    void writesOneAuditRowPerPrivilegedChange() {
        long id = shop.productId(Map.of());
        shop.patch("/products/" + id, Map.of("active", false)).expect(200);
        shop.delete("/products/" + id).expect(204);

        assertThat(shop.get(
                                "/audit/catalog?sort=at&targetId=" + id + "&actorId="
                                        + shop.admin().id(),
                                shop.admin())
                        .body()
                        .get("items"))
                .extracting(row -> row.get("action").asString())
                .containsExactly("create-product", "edit-product", "withdraw-product");
    }
}
