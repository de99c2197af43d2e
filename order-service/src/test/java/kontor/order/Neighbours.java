package kontor.order;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kontor.order.Shop.Customer;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The services that order-service hears of, played by records that fit their contracts. */
public final class Neighbours {

    private static final AtomicLong IDS = new AtomicLong(1_000 + System.nanoTime() % 100_000 * 1_000);
    private static final Map<String, AtomicLong> VERSIONS = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestDatabase database;
    private final TopicWriter topics;

    Neighbours(TestDatabase database, TopicWriter topics) {
        this.database = database;
        this.topics = topics;
    }

    public static long nextId() {
        return IDS.incrementAndGet();
    }

    public JdbcClient owner() {
        return database.asOwner();
    }

    /** A good that is active and for sale. */
    public long product(long priceMinor, String vat) {
        return tellProduct(nextId(), 1, Map.of("priceMinor", priceMinor, "vatPercentage", JSON.readTree(vat)));
    }

    public long product(Map<String, ?> fields) {
        return tellProduct(nextId(), 1, fields);
    }

    /** Tells a state of a product and waits until it is known. */
    public long tellProduct(long id, long version, Map<String, ?> fields) {
        ObjectNode state = example("kontor.catalog.products-state.v1");
        state.put("productId", id)
                .put("name", "Product " + id)
                .put("barcode", "b" + id)
                .put("version", version);
        fields.forEach((field, value) -> state.set(field, JSON.valueToTree(value)));
        send("kontor.catalog.products.v1", "kontor.catalog.products-state.v1", id, version, state);
        await("known_product where id = %d and version >= %d".formatted(id, version));
        return id;
    }

    /** Tells a customer with both sites. */
    public void tell(Customer customer, long version) {
        ObjectNode state = example("kontor.identity.customers-state.v1");
        state.put("customerId", customer.id())
                .put("memberId", customer.member().id().toString())
                .put("mainSiteId", customer.mainSite())
                .put("version", version);
        ((ObjectNode) state.at("/sites/0")).put("siteId", customer.site());
        ((ObjectNode) state.at("/sites/1")).put("siteId", customer.mainSite());
        send("kontor.identity.customers.v1", "kontor.identity.customers-state.v1", customer.id(), version, state);
        await("known_customer where id = %d and version >= %d".formatted(customer.id(), version));
    }

    /** The catalog accepts the order, and the answer is applied. */
    public void reserve(long orderId) {
        answer(orderId, reserved(orderId));
        await("retail_order where id = %d and status_id <> 1".formatted(orderId));
    }

    /** The catalog accepts the order. */
    public void sayReserved(long orderId) {
        answer(orderId, reserved(orderId));
    }

    private static ObjectNode reserved(long orderId) {
        return example("kontor.catalog.stock-reserved.v1").put("orderId", orderId);
    }

    /** The catalog refuses the order for its first item. */
    public void sayRefused(long orderId, long itemId, String code) {
        ObjectNode refused = example("kontor.catalog.stock-refused.v1").put("orderId", orderId);
        ((ObjectNode) refused.at("/lines/0")).put("orderItemId", itemId).put("code", code);
        refused.withArray("lines").remove(1);
        answer(orderId, refused);
    }

    /** The catalog agrees to another amount. */
    public void sayChanged(long orderId, long requestId) {
        answer(
                orderId,
                example("kontor.catalog.stock-reservation-changed.v1")
                        .put("orderId", orderId)
                        .put("requestId", requestId));
    }

    /** The catalog refuses another amount. */
    public void sayShort(long orderId, long requestId) {
        answer(
                orderId,
                ((ObjectNode) JSON.readTree(EventSchema.of("kontor.catalog.stock-refused.v1")
                                .example("amount")))
                        .put("orderId", orderId)
                        .put("requestId", requestId));
    }

    private void answer(long orderId, ObjectNode body) {
        String type = body.has("delta")
                ? "kontor.catalog.stock-reservation-changed.v1"
                : body.has("requestId") ? "kontor.catalog.stock-refused.v1" : "kontor.catalog.stock-reserved.v1";
        send("kontor.catalog.reservation.v1", type, "order:" + orderId, next("order:" + orderId), body);
    }

    /** Invoice-service asks whether the order may be invoiced. */
    public void ask(long orderId, long requestId) {
        tellInvoice(orderId, "kontor.invoice.invoice-requested.v1", "requestId", requestId);
    }

    /** Invoice-service has issued, and it is known. */
    public void issue(long orderId, long invoiceId) {
        tellInvoice(orderId, "kontor.invoice.invoice-issued.v1", "invoiceId", invoiceId);
        await("retail_order where id = %d and live_invoice_id = %d".formatted(orderId, invoiceId));
    }

    /** Invoice-service has cancelled, and it is known. */
    public void cancelInvoice(long orderId, long invoiceId) {
        tellInvoice(orderId, "kontor.invoice.invoice-cancelled.v1", "invoiceId", invoiceId);
        await("retail_order where id = %d and live_invoice_id is null".formatted(orderId));
    }

    private void tellInvoice(long orderId, String type, String field, long value) {
        ObjectNode body = example(type).put("orderId", orderId).put(field, value);
        send("kontor.invoice.invoice.v1", type, orderId, next("invoice:" + orderId), body);
    }

    private static long next(String stream) {
        return VERSIONS.computeIfAbsent(stream, ignored -> new AtomicLong()).incrementAndGet();
    }

    private static ObjectNode example(String type) {
        return (ObjectNode) JSON.readTree(EventSchema.of(type).example());
    }

    private void send(String topic, String type, Object key, long version, @Nullable JsonNode body) {
        topics.send(Fact.of(topic, type, key, version, String.valueOf(body)));
    }

    /** Waits until there is such a row. */
    public void await(String rows) {
        Awaitility.await(rows)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> owner().sql("select exists (select from " + rows + ")")
                        .query((row, n) -> row.getBoolean(1))
                        .single());
    }
}
