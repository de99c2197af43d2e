package kontor.catalog.stock;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The ledger as the catalog hears it: facts about shelf purchases, made from the examples of the contracts. */
public final class Ledger {

    public static final String MADE = "kontor.ledger.shelf-purchase-made.v1";
    public static final String REVOKED = "kontor.ledger.shelf-purchase-revoked.v1";
    static final String REAPPLIED = "kontor.ledger.shelf-purchase-reapplied.v1";

    private static final String TOPIC = "kontor.ledger.shelf-purchase.v1";
    private static final String SOME_DAY = "2026-05-10T16:20:05.123456Z";
    private static final AtomicLong PURCHASES = new AtomicLong(1000);

    private final TopicWriter topics;
    private final TestDatabase database;

    public Ledger(TopicWriter topics, TestDatabase database) {
        this.topics = topics;
        this.database = database;
    }

    public static long purchase() {
        return PURCHASES.incrementAndGet();
    }

    static Fact fact(String type, long purchase, long version, long product, int amount) {
        return fact(type, purchase, version, product, amount, SOME_DAY);
    }

    public static Fact fact(String type, long purchase, long version, long product, int amount, String at) {
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
        body.put("purchaseId", purchase)
                .put("productId", product)
                .put("amount", amount)
                .put("at", at);
        return Fact.of(TOPIC, type, purchase, version, body.toString());
    }

    void tell(String type, long purchase, long version, long product, int amount) {
        tell(fact(type, purchase, version, product, amount));
    }

    public void tell(Fact... facts) {
        topics.send(facts);
    }

    /** Waits until the stocks have taken notice of this fact. */
    void awaitApplied(long purchase, long version) {
        awaitApplied("catalog.stock", purchase, version);
    }

    /** Waits until this consumer has taken notice of this fact. */
    public void awaitApplied(String consumer, long key, long version) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> appliedTo(consumer, key) >= version);
    }

    long appliedTo(long purchase) {
        return appliedTo("catalog.stock", purchase);
    }

    public long appliedTo(String consumer, long key) {
        return database.asOwner()
                .sql("select coalesce(max(version), 0) from inbox_version where consumer = ? and key = ?")
                .params(consumer, String.valueOf(key))
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
