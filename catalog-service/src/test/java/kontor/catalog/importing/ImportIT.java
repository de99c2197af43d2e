package kontor.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kontor.catalog.Community;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicReader.Message;
import kontor.testkit.picture.Drawing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class ImportIT {

    private final Shop shop;
    private final Community community;
    private final Wire wire;
    private final TopicReader topics;

    ImportIT(RestTestClient http, Members members, TopicReader topics) {
        shop = new Shop(http, members);
        community = new Community(shop);
        wire = new Wire(topics);
        this.topics = topics;
    }

    @Test
    void takesOverAProductWithItsPrices() {
        UUID admin = shop.admin().id();
        String externalId = Community.externalId();
        long picture = picture();

        long id = Community.ids(community.products(richProduct(externalId, picture)))
                .getFirst();

        JsonNode product = only("/products?active=any&externalId=community:" + externalId);
        assertThat(product.get("id").asLong()).isEqualTo(id);
        assertThat(product.get("externalSource").asString()).isEqualTo("community");
        assertThat(product.get("externalId").asString()).isEqualTo(externalId);
        assertThat(product.get("createdAt").asString()).isEqualTo("2019-03-01T08:00:00Z");
        assertThat(product.get("createdBy").asString()).isEqualTo(admin.toString());
        assertThat(product.get("barcode").asString()).isEqualTo(externalId);
        assertThat(product.get("active").asBoolean()).isFalse();
        assertThat(product.get("revocable").asBoolean()).isFalse();
        assertThat(product.get("imageUploadId").asLong()).isEqualTo(picture);
        assertThat(product.get("tagIds")).hasSize(1);
        assertThat(product.get("vatPercentage").asInt()).isZero();
        assertThat(product.get("priceMinor").asLong()).isEqualTo(-30);
        assertThat(product.at("/stock/onHand").asInt()).isZero();
        assertThat(product.get("version").asLong()).isEqualTo(1);
        JsonNode prices = shop.get("/products/" + id + "/prices?sort=validFrom", shop.admin())
                .expect(200)
                .body()
                .get("items");
        assertThat(prices)
                .extracting(price -> price.get("validFrom").asString())
                .containsExactly("2019-03-01T08:00:00Z", "2020-05-01T10:00:00Z", "2020-05-01T10:00:00.000001Z");
        assertThat(prices)
                .extracting(price -> price.get("externalSource").asString())
                .containsOnly("community");
    }

    private long picture() {
        return shop.upload(shop.admin().bearer(), "PRODUCT", Drawing.png(8, 8))
                .expect(201)
                .id();
    }

    /** Prices told out of order, and two at one instant: the later one holds. */
    private Map<String, @Nullable Object> richProduct(String externalId, long picture) {
        UUID admin = shop.admin().id();
        long tag = Community.ids(community.tags(Community.tag(Community.externalId())))
                .getFirst();
        Map<String, @Nullable Object> row = product(externalId);
        row.put("tagIds", List.of(tag, tag));
        row.put("barcode", externalId);
        row.put("imageUploadId", picture);
        row.put("active", false);
        row.put("revocable", false);
        row.put(
                "prices",
                List.of(
                        Community.price("2020-05-01T10:00:00Z", 150, admin),
                        Community.price("2019-03-01T08:00:00Z", 120, admin),
                        Community.price("2020-05-01T10:00:00Z", -30, admin)));
        return row;
    }

    @Test
    void tellsFactsWithTheTimeTheyHadAndOneState() {
        UUID admin = shop.admin().id();
        List<Map<String, Object>> prices = List.of(
                Community.price("2019-03-01T08:00:00Z", 120, admin),
                Community.price("2020-05-01T10:00:00.5Z", 150, admin));
        long id = Community.ids(community.products(Community.with(product(Community.externalId()), "prices", prices)))
                .getFirst();

        List<Told> facts = wire.facts("product", id, 3);

        assertThat(facts).extracting(Told::name).containsExactly("product-created", "price-changed", "price-changed");
        assertThat(facts).extracting(Told::version).containsExactly(1L, 2L, 3L);
        assertThat(facts.getFirst().body().get("adminId").asString()).isEqualTo(admin.toString());
        assertThat(facts.get(1).body().get("oldPriceMinor").isNull()).isTrue();
        assertThat(facts.get(2).body().get("oldPriceMinor").asLong()).isEqualTo(120);
        assertThat(facts.get(2).body().get("newPriceMinor").asLong()).isEqualTo(150);
        List<Message> records = topics.all("kontor.catalog.product.v1", Long.toString(id));
        assertThat(records)
                .extracting(record -> record.headers().get("ce_time"))
                .containsExactly("2019-03-01T08:00:00Z", "2019-03-01T08:00:00Z", "2020-05-01T10:00:00.500Z");
        assertThat(records)
                .allSatisfy(record -> assertThat(record.headers())
                        .containsEntry("ce_imported", "true")
                        .containsEntry("ce_actor", admin.toString()));
        Told state = wire.state(id, body -> body.get("priceMinor").asLong() == 150);
        assertThat(state.version()).isEqualTo(1);
        assertThat(topics.all(Wire.STATES, Long.toString(id))).hasSize(1).allSatisfy(record -> {
            assertThat(record.headers()).containsEntry("ce_imported", "true");
            // A state is of now, whatever it is made of.
            assertThat(Instant.parse(String.valueOf(record.headers().get("ce_time"))))
                    .isAfter(Instant.parse("2021-01-01T00:00:00Z"));
        });
    }

    @Test
    void countsATrackedProductFromNothing() {
        long tracked = community.productId();
        long untracked = Community.ids(
                        community.products(Community.with(product(Community.externalId()), "stockPolicy", "UNTRACKED")))
                .getFirst();

        shop.postOnce("/products/" + tracked + "/stock-corrections", Map.of("delta", 5, "reason", "found"))
                .expect(201);
        shop.postOnce("/products/" + untracked + "/stock-corrections", Map.of("delta", 5, "reason", "found"))
                .refused(422, "untracked-product");
    }

    @Test
    void goesOnLikeAnyOtherProduct() {
        long id = community.productId();

        shop.patch("/products/" + id, Map.of("priceMinor", 999)).expect(200);

        assertThat(wire.facts("product", id, 3).getLast().version()).isEqualTo(3);
        assertThat(wire.state(id, body -> body.get("priceMinor").asLong() == 999)
                        .version())
                .isEqualTo(2);
    }

    @Test
    void matchesATagOfTheSameNameOnce() {
        String name = Shop.named("Snack");
        Answer tag = shop.post("/tags", Map.of("name", name, "forSale", false)).expect(201);
        Map<String, Object> row =
                Map.of("externalId", Community.externalId(), "name", name.toUpperCase(Locale.ROOT), "forSale", true);

        Answer matched = community.tags(row, Community.tag(Community.externalId()));

        assertThat(Community.outcomes(matched)).containsExactly("MATCHED", "CREATED");
        assertThat(Community.ids(matched).getFirst()).isEqualTo(tag.id());
        JsonNode now = only("/tags?externalId=community:" + row.get("externalId"));
        assertThat(now.get("name").asString()).isEqualTo(name);
        assertThat(now.get("forSale").asBoolean()).isFalse();
        assertThat(now.get("version").asLong()).isEqualTo(1);
        assertThat(wire.facts("tag", tag.id(), 1)).hasSize(1);
        Told created = wire.facts("tag", Community.ids(matched).getLast(), 1).getFirst();
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.body().get("deleted").asBoolean()).isFalse();
        assertThat(community
                        .tags(Community.with(row, "externalId", Community.externalId()))
                        .refused(409, "duplicate")
                        .pointer())
                .isEqualTo("/tags/0/name");
    }

    @Test
    void writesOneAuditRowPerThing() {
        long id = community.productId();

        assertThat(shop.get("/audit/catalog?targetId=" + id + "&action=import-product", shop.admin())
                        .body()
                        .get("items"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.get("actorId").asString())
                        .isEqualTo(shop.admin().id().toString()));
    }

    private Map<String, @Nullable Object> product(String externalId) {
        return Community.product(externalId, shop.admin().id());
    }

    private JsonNode only(String list) {
        JsonNode items = shop.get(list, shop.admin()).expect(200).body().get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
