package kontor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.catalog.Wire.Told;
import kontor.catalog.deal.Trade;
import kontor.catalog.listing.Stall;
import kontor.catalog.reservation.Course;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever was really published fits its contract, and every event that is due was published. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class PromisesIT {

    private static final List<String> TOPICS = List.of(
            "kontor.catalog.product.v1",
            "kontor.catalog.category.v1",
            "kontor.catalog.tag.v1",
            "kontor.catalog.vat-rate.v1",
            "kontor.catalog.stock.v1",
            "kontor.catalog.packaging.v1",
            "kontor.catalog.reservation.v1",
            "kontor.catalog.listing.v1",
            Wire.LISTINGS,
            Wire.STATES);

    private static final Set<String> DUE = Set.of(
            "product-created",
            "product-changed",
            "product-withdrawn",
            "price-changed",
            "category-created",
            "category-changed",
            "category-deleted",
            "tag-changed",
            "vat-rate-changed",
            "stock-moved",
            "stock-base-set",
            "stock-went-short",
            "packaging-changed",
            "stock-reserved",
            "stock-refused",
            "stock-reservation-changed",
            "stock-released",
            "stock-consumed",
            "stock-taken-back",
            "listing-changed",
            "listing-published",
            "listing-closed",
            "listing-reserved",
            "listing-refused",
            "listing-released",
            "listing-consumed",
            "listings-state",
            "products-state");

    private final Shop shop;
    private final Members members;
    private final Wire wire;
    private final Trade trade;
    private final TopicWriter writer;
    private final TestDatabase database;

    PromisesIT(RestTestClient http, Members members, TopicReader topics, TopicWriter writer, TestDatabase database) {
        shop = new Shop(http, members);
        this.members = members;
        wire = new Wire(topics);
        trade = new Trade(writer, topics, database);
        this.writer = writer;
        this.database = database;
    }

    @Test
    void keepsEveryPromise() {
        Thing thing = Thing.made(shop);
        String product = "/products/" + thing.product();
        Course.used(writer, database, shop.stockedId(3));
        trade.with(new Stall(shop, members.verified()), shop.admin());
        shop.patch(product, Map.of("stockPolicy", "UNTRACKED")).expect(200);
        shop.patch(product, Map.of("stockPolicy", "TRACKED")).expect(200);
        shop.postOnce(product + "/stock-corrections", Map.of("delta", -9, "reason", "lost"))
                .expect(201);
        shop.delete(product).expect(204);
        shop.patch("/categories/" + thing.category(), Map.of("name", Shop.named("C")))
                .expect(200);
        shop.delete("/categories/" + thing.category()).expect(204);

        Awaitility.await().until(this::names, names -> names.containsAll(DUE));
    }

    private Set<String> names() {
        return told().map(Told::name).collect(Collectors.toSet());
    }

    private Stream<Told> told() {
        return TOPICS.stream().flatMap(topic -> wire.everything(topic).stream());
    }

    @Test
    void numbersTheFactsOfAKeyWithoutGap() {
        Thing thing = Thing.made(shop);

        assertThat(wire.facts("product", thing.product(), 3))
                .extracting(Told::version)
                .containsExactly(1L, 2L, 3L);
        assertThat(wire.facts("stock", thing.product(), 1))
                .extracting(Told::version)
                .containsExactly(1L);
    }
}
