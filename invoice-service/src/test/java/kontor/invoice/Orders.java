package kontor.invoice;

import java.util.ArrayList;
import java.util.List;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.TopicWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** order-service as invoice-service hears it: the examples of its contracts about orders of the test. */
public final class Orders {

    public static final String TOPIC = "kontor.order.retail-order.v1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TopicWriter topics;
    private final Shop shop;

    public Orders(TopicWriter topics, Shop shop) {
        this.topics = topics;
        this.shop = shop;
    }

    /** Pieces of a product at a net price in minor units. */
    public record Line(long productId, int amount, long unitPriceMinor) {}

    /** An order with the state that is told of it. */
    public static final class Order {

        private final long id;
        private final long customerId;
        private final List<Line> lines;
        private String placedAt = "2026-03-01T09:00:00Z";
        private @Nullable String deliveredAt;
        private @Nullable Long billingSiteId;
        private String itemStatus = "PACKAGED";
        private int cancelledLine = -1;
        private String paymentMethod = "Wire transfer 15";
        private int deadlineDays = 15;
        private long version;

        private Order(long id, long customerId, List<Line> lines) {
            this.id = id;
            this.customerId = customerId;
            this.lines = new ArrayList<>(lines);
        }

        public long id() {
            return id;
        }

        public long itemId(int index) {
            return id * 100 + index;
        }

        public Order placed(String at) {
            placedAt = at;
            return this;
        }

        public Order delivered(String at) {
            deliveredAt = at;
            itemStatus = "DELIVERED";
            return this;
        }

        public Order billedAt(long siteId) {
            billingSiteId = siteId;
            return this;
        }

        public Order paidBy(String method, int days) {
            paymentMethod = method;
            deadlineDays = days;
            return this;
        }

        public Order withoutLine(int index) {
            cancelledLine = index;
            return this;
        }

        public Order amount(int index, int amount) {
            Line line = lines.get(index);
            lines.set(index, new Line(line.productId(), amount, line.unitPriceMinor()));
            return this;
        }

        private void describe(ObjectNode event) {
            event.put("orderId", id)
                    .put("customerId", customerId)
                    .put("placedAt", placedAt)
                    .put("deliveredAt", deliveredAt)
                    .put("billingSiteId", billingSiteId)
                    .put("paymentMethod", paymentMethod)
                    .put("deadlineDays", deadlineDays)
                    .put("status", deliveredAt == null ? "PACKAGED" : "DELIVERED");
            ArrayNode items = event.putArray("items");
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                items.addObject()
                        .put("orderItemId", itemId(i))
                        .put("lineNo", i + 1)
                        .put("productId", line.productId())
                        .put("amount", line.amount())
                        .put("unitPriceMinor", line.unitPriceMinor())
                        .put("productVersion", 1)
                        .putNull("priceSetBy")
                        .put("status", i == cancelledLine ? "CANCELLED" : itemStatus);
            }
        }
    }

    /** Placed and known to invoice-service. */
    public Order place(Order order) {
        tell(order, "order-placed", event -> {});
        return order;
    }

    public Order order(Shop.Customer customer, Line... lines) {
        return new Order(shop.number(), customer.id(), List.of(lines));
    }

    /** Released because it was delivered. */
    public Fact release(Order order) {
        return tell(order, "order-released-for-invoice", event -> event.putNull("requestId"));
    }

    /** Released because a request asked for it. */
    public Fact release(Order order, long requestId) {
        return tell(order, "order-released-for-invoice", event -> event.put("requestId", requestId));
    }

    /** With any code, also one that the contract does not know yet. */
    public Fact refuse(Order order, long requestId, String code) {
        ObjectNode event = example("invoice-request-refused");
        event.put("orderId", order.id).put("requestId", requestId).put("code", code);
        return send(order, "invoice-request-refused", event);
    }

    /** Told once more, under the next version. */
    public void change(Order order) {
        tell(order, "order-item-changed", event -> {});
    }

    /** Sends it as it is. */
    public void send(Fact fact) {
        topics.send(fact);
    }

    /** What differs from the example besides the order itself. */
    private interface Change {
        void apply(ObjectNode event);
    }

    private Fact tell(Order order, String type, Change change) {
        ObjectNode event = example(type);
        order.describe(event);
        change.apply(event);
        EventSchema.of("kontor.order.%s.v1".formatted(type)).assertValid(event.toString());
        return send(order, type, event);
    }

    private Fact send(Order order, String type, JsonNode event) {
        Fact fact = Fact.of(TOPIC, "kontor.order.%s.v1".formatted(type), order.id, ++order.version, event.toString());
        topics.send(fact);
        shop.awaitCount(
                "select count(*) from inbox_version where consumer = 'invoice.orders' and key = ? and version >= ?",
                Long.toString(order.id),
                order.version);
        return fact;
    }

    private static ObjectNode example(String type) {
        return (ObjectNode) JSON.readTree(
                EventSchema.of("kontor.order.%s.v1".formatted(type)).example());
    }
}
