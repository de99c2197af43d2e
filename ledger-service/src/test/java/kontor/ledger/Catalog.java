package kontor.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kontor.testkit.Fact;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;

/** What the catalog tells of prices and stock. */
public final class Catalog {

    private static final AtomicLong IDS = new AtomicLong(1000);
    private static final Map<String, AtomicLong> VERSIONS = new ConcurrentHashMap<>();

    private final TestDatabase database;
    private final TopicWriter topics;

    public Catalog(TestDatabase database, TopicWriter topics) {
        this.database = database;
        this.topics = topics;
    }

    /** A price row, told and known. */
    public void price(Shop.Product product, long netMinor, String validFrom) {
        long id = IDS.incrementAndGet();
        tell("kontor.catalog.product.v1", "kontor.catalog.price-changed.v1", product, """
                {"productId": %d, "priceId": %d, "oldPriceMinor": null, "newPriceMinor": %d, "validFrom": "%s",
                 "adminId": "0199c0de-0000-7000-8000-00000000ada0"}""".formatted(
                        product.id(), id, netMinor, validFrom));
        await("known_price where id = " + id);
    }

    /** A move, told and known; the stock is this afterwards. */
    public void move(Shop.Product product, String kind, int delta, Instant at, int onHandAfter) {
        long id = IDS.incrementAndGet();
        tell("kontor.catalog.stock.v1", "kontor.catalog.stock-moved.v1", product, """
                {"productId": %d, "moveId": %d, "kind": "%s", "delta": %d, "at": "%s", "recordedAt": "%s",
                 "businessRef": "test:%d", "onHandAfter": %d}""".formatted(
                        product.id(), id, kind, delta, at, at, id, onHandAfter));
        await("known_stock where product_id = %d and on_hand = %d".formatted(product.id(), onHandAfter));
    }

    /** A new base, told and known. */
    public void base(Shop.Product product, int onHandAfter) {
        tell("kontor.catalog.stock.v1", "kontor.catalog.stock-base-set.v1", product, """
                {"productId": %d, "baseStocktakingId": 1, "baseCount": %d, "baseAt": "2026-06-01T08:00:00Z",
                 "onHandBefore": 0, "onHandAfter": %d, "recordedAt": "2026-06-01T08:00:00Z"}""".formatted(
                        product.id(), onHandAfter, onHandAfter));
        await("known_stock where product_id = %d and on_hand = %d".formatted(product.id(), onHandAfter));
    }

    private void tell(String topic, String type, Shop.Product product, String body) {
        long version = VERSIONS.computeIfAbsent(topic + product.id(), ignored -> new AtomicLong())
                .incrementAndGet();
        topics.send(Fact.of(topic, type, product.id(), version, body));
    }

    private void await(String rows) {
        Awaitility.await(rows)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.asOwner()
                        .sql("select exists (select from " + rows + ")")
                        .query((row, n) -> row.getBoolean(1))
                        .single());
    }
}
