package kontor.catalog.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class CategoryIT {

    private final Shop shop;
    private final Wire wire;

    CategoryIT(RestTestClient http, Members members, TopicReader topics) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
    }

    @Test
    void tellsWhatHappensToACategory() {
        long id = shop.category(null);
        shop.patch("/categories/" + id, Map.of("name", Shop.named("Renamed"))).expect(200);
        shop.delete("/categories/" + id).expect(204);

        List<Told> facts = wire.facts("category", id, 3);
        assertThat(facts)
                .extracting(Told::name)
                .containsExactly("category-created", "category-changed", "category-deleted");
        assertThat(facts).extracting(Told::version).containsExactly(1L, 2L, 3L);
    }

    @Test
    void takesItsWholeSubtreeAlong() {
        long food = shop.category(null);
        long drinks = shop.category(null);
        long coffee = shop.category(food);
        long espresso = shop.category(coffee);
        long id = shop.productId(Map.of("categoryId", espresso));

        shop.patch("/categories/" + coffee, Map.of("parentId", drinks)).expect(200);

        Told state = wire.state(
                id,
                body -> body.get("categoryPath").size() == 3
                        && body.get("categoryPath").get(2).asLong() == drinks);
        assertThat(state.version()).isEqualTo(2);
        assertThat(state.body().get("categoryPath").get(0).asLong()).isEqualTo(espresso);
    }

    @Test
    void cannotLieBelowItself() {
        long top = shop.category(null);
        long below = shop.category(top);

        shop.patch("/categories/" + top, Map.of("parentId", top)).refused(422, "category-cycle");
        shop.patch("/categories/" + top, Map.of("parentId", below)).refused(422, "category-cycle");
        assertThat(shop.patch("/categories/" + top, Map.of("parentId", 999_999))
                        .refused(422, "unknown-reference")
                        .pointer())
                .isEqualTo("/parentId");
        Map<String, @Nullable Object> toTop = new HashMap<>();
        toTop.put("parentId", null);
        shop.patch("/categories/" + below, toTop).expect(200);
    }

    @Test
    void growsTenLevelsDeep() {
        long leaf = shop.category(null);
        for (int level = 2; level <= 10; level++) {
            leaf = shop.category(leaf);
        }

        shop.post("/categories", Map.of("name", Shop.named("Eleventh"), "parentId", leaf))
                .refused(422, "category-cycle");
        long root = shop.category(null);
        long child = shop.category(root);
        shop.patch("/categories/" + root, Map.of("parentId", leaf)).refused(422, "category-cycle");
        assertThat(shop.get("/categories/" + child).body().get("parentId").asLong())
                .isEqualTo(root);
    }

    @Test
    void goesOnlyWithoutProductsAndChildren() {
        long top = shop.category(null);
        long below = shop.category(top);
        long inactive = shop.productId(Map.of("categoryId", below, "active", false));

        shop.delete("/categories/" + top).refused(409, "in-use");
        shop.delete("/categories/" + below).refused(409, "in-use");
        shop.delete("/products/" + inactive).expect(204);
        shop.delete("/categories/" + below).expect(204);
        shop.delete("/categories/" + top).expect(204);

        assertThat(wire.state(inactive, body -> body.get("categoryId").isNull()).version())
                .isEqualTo(3);
    }

    @Test
    void hasANameOfItsOwnIgnoringCase() {
        Answer answer =
                shop.post("/categories", Map.of("name", Shop.named("Tea"))).expect(201);
        String name = answer.body().get("name").asString();

        shop.post("/categories", Map.of("name", name.toUpperCase(Locale.ROOT))).refused(409, "duplicate");
        shop.product(Map.of("categoryName", name.toUpperCase(Locale.ROOT))).expect(201);
    }

    @Test
    void isShownFlatAndAsATree() {
        long top = shop.category(null);
        long below = shop.category(top);
        long leaf = shop.category(below);
        shop.productId(Map.of("categoryId", leaf));

        JsonNode tree = shop.get("/categories/" + top + "?descendants=true").body();
        assertThat(tree.get("children")
                        .get(0)
                        .get("children")
                        .get(0)
                        .get("productCount")
                        .asInt())
                .isEqualTo(1);
        String name = tree.get("name").asString().replace(" ", "%20");
        assertThat(shop.get("/categories?tree=true&name=" + name)
                        .body()
                        .get("items")
                        .get(0)
                        .get("children")
                        .get(0)
                        .get("id")
                        .asLong())
                .isEqualTo(below);
        assertThat(shop.get("/categories?parentId=" + below).body().get("items"))
                .extracting(row -> row.get("id").asLong())
                .containsExactly(leaf);
    }

    @Test
    void ranksCategoriesByTheirDirectProducts() {
        long many = shop.category(null);
        long few = shop.category(many);
        long none = shop.category(few);
        for (int i = 0; i < 3; i++) {
            shop.productId(Map.of("categoryId", many));
        }
        shop.productId(Map.of("categoryId", few));

        JsonNode ranking = shop.get("/categories/ranking?limit=100").body().get("items");

        List<Long> order =
                ranking.valueStream().map(row -> row.get("categoryId").asLong()).toList();
        assertThat(order.indexOf(many)).isGreaterThanOrEqualTo(0).isLessThan(order.indexOf(few));
        assertThat(order).doesNotContain(none);
        assertThat(ranking.valueStream().map(row -> row.get("rank").asInt()).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
