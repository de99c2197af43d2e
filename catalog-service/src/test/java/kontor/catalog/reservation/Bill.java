package kontor.catalog.reservation;

import java.util.concurrent.atomic.AtomicLong;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The invoice of an order as invoice-service tells of it, made from the examples of the contracts. */
record Bill(long id, Basket basket) {

    static final String TOPIC = "kontor.invoice.invoice.v1";
    static final String ISSUED = "kontor.invoice.invoice-issued.v1";
    static final String CANCELLED = "kontor.invoice.invoice-cancelled.v1";

    private static final AtomicLong IDS = new AtomicLong(1000);

    static Bill of(Basket basket) {
        return new Bill(IDS.incrementAndGet(), basket);
    }

    Fact issued(long version) {
        return told(ISSUED, "items", version);
    }

    Fact cancelled(long version) {
        return told(CANCELLED, "lines", version);
    }

    private Fact told(String type, String lines, long version) {
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
        ObjectNode example = (ObjectNode) body.get(lines).get(0);
        ArrayNode told = body.putArray(lines);
        basket.items()
                .forEach(item -> told.add(example.deepCopy()
                        .put("orderItemId", item.id())
                        .put("productId", item.product())
                        .put("amount", item.amount())));
        body.put("orderId", basket.id()).put("invoiceId", id);
        return Fact.of(TOPIC, type, basket.id(), version, body.toString());
    }
}
