package kontor.catalog.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kontor.catalog.Shop;
import kontor.catalog.Wire;
import kontor.catalog.seller.Customers;
import kontor.catalog.seller.Customers.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.picture.Drawing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What a listing names: pictures, goods, and where it is sent from. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class ReferenceIT {

    private final Shop shop;
    private final Wire wire;
    private final Members members;
    private final Customers customers;
    private final Stall stall;

    ReferenceIT(RestTestClient http, Members members, TopicReader reader, TopicWriter topics, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(reader);
        this.members = members;
        customers = new Customers(topics, database);
        stall = new Stall(shop, members.verified());
    }

    @Test
    void showsItsPicturesInTheirOrder() {
        List<Long> pictures =
                IntStream.range(0, 3).mapToObj(n -> stall.picture()).toList();
        long id =
                stall.offer(Stall.with("imageUploadIds", pictures)).expect(201).id();
        List<Long> swapped = List.of(pictures.get(2), pictures.get(1), pictures.get(0));

        assertThat(shown(id)).isEqualTo(pictures);
        assertThat(stall.listing(id).at("/images/0/filename").asString()).endsWith(".png");
        stall.edit(id, Map.of("imageUploadIds", swapped)).expect(200);
        assertThat(shown(id)).isEqualTo(swapped);
        stall.edit(id, Map.of("imageUploadIds", List.of(pictures.get(1)))).expect(200);
        assertThat(shown(id)).containsExactly(pictures.get(1));
        stall.edit(id, Map.of("imageUploadIds", List.of())).expect(200);
        assertThat(shown(id)).isEmpty();
        assertThat(wire.facts("listing", id, 4)).hasSize(4);
    }

    @Test
    void showsOnlyPicturesOfItsSeller() {
        long own = stall.picture();
        long another = new Stall(shop, members.verified()).picture();
        long product = shop.upload(shop.admin().bearer(), "PRODUCT", Drawing.png(8, 8))
                .expect(201)
                .id();

        for (long foreign : List.of(another, product, 0L)) {
            assertThat(stall.offer(Stall.with("imageUploadIds", List.of(own, foreign)))
                            .refused(422, "unknown-reference")
                            .pointer())
                    .isEqualTo("/imageUploadIds/1");
        }
        stall.offer(Stall.with("imageUploadIds", List.of(own, own))).refused(400, "invalid-field");
        stall.offer(Stall.with("imageUploadIds", IntStream.range(1, 10).boxed().toList()))
                .refused(400, "invalid-field");
    }

    @Test
    void namesOnlyWhatIsThere() {
        long withdrawn = shop.productId(Map.of());
        shop.delete("/products/" + withdrawn).expect(204);
        long retired = shop.packaging();
        shop.patch("/packagings/" + retired, Map.of("active", false)).expect(200);
        long product = shop.productId(Map.of());
        long packaging = shop.packaging();
        long id = stall.draft(1);

        for (long unknown : List.of(0L, withdrawn)) {
            stall.change(id, "productId", unknown).refused(422, "unknown-reference");
        }
        for (long unknown : List.of(0L, retired)) {
            stall.change(id, "packagingId", unknown).refused(422, "unknown-reference");
        }
        stall.change(id, "categoryId", 0).refused(422, "unknown-reference");
        stall.edit(id, Map.of("productId", product, "packagingId", packaging)).expect(200);

        shop.patch("/packagings/" + packaging, Map.of("active", false)).expect(200);
        shop.delete("/products/" + product).expect(204);
        stall.change(id, "weightG", 7).expect(200);
        assertThat(stall.change(id, "productId", null)
                        .expect(200)
                        .body()
                        .get("productId")
                        .isNull())
                .isTrue();
    }

    /** Only products hold a category (C-6). */
    @Test
    void losesACategoryThatIsDeleted() {
        long category = shop.category(null);
        long id = stall.offer(Stall.with("categoryId", category)).expect(201).id();

        shop.delete("/categories/" + category).expect(204);

        assertThat(stall.listing(id).get("categoryId").isNull()).isTrue();
        assertThat(wire.facts("listing", id, 2).getLast().body().get("actorId").asString())
                .isEqualTo(shop.admin().id().toString());
        wire.newest(Wire.LISTINGS, id, state -> state.get("categoryId").isNull());
    }

    @Test
    void isSentFromASiteOfItsSeller() {
        Customer customer = customers.of(stall.seller());
        Customer other = customers.of(members.verified());

        JsonNode listing =
                stall.offer(site(null, customer.mainSite())).expect(201).body();

        assertThat(listing.at("/shipFrom/name").asString()).isEqualTo("Cleo Nagy");
        assertThat(listing.at("/shipFrom/street").asString()).isEqualTo("Baross Gábor út 3");
        assertThat(listing.at("/shipFrom/phone").isNull()).isTrue();
        long id = listing.get("id").asLong();
        assertThat(stall.change(id, "siteId", customer.site())
                        .expect(200)
                        .body()
                        .at("/shipFrom/phone")
                        .asString())
                .isEqualTo("+36 1 555 0112");
        for (long foreign : List.of(other.site(), 0L)) {
            assertThat(stall.offer(site(null, foreign))
                            .refused(422, "unknown-reference")
                            .pointer())
                    .isEqualTo("/siteId");
        }
        stall.offer(site(Stall.ADDRESS, customer.site())).refused(422, "unknown-reference");
        stall.offer(site(
                        Map.of(
                                "name",
                                "Cleo Nagy",
                                "street",
                                "Baross Gábor út 3",
                                "zipCode",
                                "9021",
                                "city",
                                "Győr",
                                "country",
                                "HU"),
                        customer.mainSite()))
                .expect(201);
        customers.forget(customer);
        stall.change(id, "siteId", customer.mainSite()).refused(422, "unknown-reference");
    }

    private static Map<String, @Nullable Object> site(@Nullable Object shipFrom, long siteId) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("shipFrom", shipFrom);
        fields.put("siteId", siteId);
        return fields;
    }

    /** A merge patch merges (G-27). */
    @Test
    void movesHouseByWhatIsSent() {
        long id = stall.draft(1);

        JsonNode moved = stall.edit(id, Map.of("shipFrom", Map.of("street", "Új út 1", "phone", "555")))
                .expect(200)
                .body()
                .get("shipFrom");

        assertThat(moved.get("street").asString()).isEqualTo("Új út 1");
        assertThat(moved.get("city").asString()).isEqualTo("Győr");
        assertThat(moved.get("phone").asString()).isEqualTo("555");
        assertThat(stall.edit(id, Map.of("shipFrom", Map.of("country", "ZZ")))
                        .refused(400, "invalid-field")
                        .pointer())
                .isEqualTo("/shipFrom/country");
        stall.change(id, "shipFrom", null).expect(200);
        assertThat(stall.edit(id, Map.of("shipFrom", Map.of("street", "Új út 1")))
                        .refused(422, "listing-incomplete")
                        .pointer())
                .isEqualTo("/shipFrom/name");
    }

    private List<Long> shown(long id) {
        return stall.listing(id)
                .get("imageUploadIds")
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
    }
}
