package kontor.catalog.reservation;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An order as order-service tells of it, made from the examples of the contracts. */
public record Basket(long id, boolean isByAdmin, List<Item> items) {

    static final String TOPIC = "kontor.order.retail-order.v1";
    public static final String SUBMITTED = "kontor.order.order-submitted.v1";
    public static final String PLACED = "kontor.order.order-placed.v1";
    public static final String CANCELLED = "kontor.order.order-cancelled.v1";
    static final String REJECTED = "kontor.order.order-rejected.v1";
    public static final String STATUS_CHANGED = "kontor.order.order-status-changed.v1";
    static final String ITEM_CHANGED = "kontor.order.order-item-changed.v1";
    static final String AMOUNT_REQUESTED = "kontor.order.order-item-amount-requested.v1";

    private static final AtomicLong IDS = new AtomicLong(1000);

    /** A line of it. */
    public record Item(long id, long product, int amount, String status) {

        Item now(String other) {
            return new Item(id, product, amount, other);
        }

        private ObjectNode asTold(ObjectNode example) {
            return example.deepCopy()
                    .put("orderItemId", id)
                    .put("productId", product)
                    .put("amount", amount)
                    .put("status", status);
        }
    }

    public static Item item(long product, int amount) {
        return new Item(IDS.incrementAndGet(), product, amount, "PENDING");
    }

    public static Basket of(Item... items) {
        return new Basket(IDS.incrementAndGet(), false, List.of(items));
    }

    /** A new order of so many pieces. */
    public static Basket of(long product, int amount) {
        return of(item(product, amount));
    }

    Basket byAdmin() {
        return new Basket(id, true, items);
    }

    /** All its items in this status. */
    Basket now(String status) {
        return new Basket(
                id, isByAdmin, items.stream().map(item -> item.now(status)).toList());
    }

    /** Its first item in this status. */
    Basket first(String status) {
        return new Basket(
                id,
                isByAdmin,
                Stream.concat(
                                Stream.of(items.getFirst().now(status)),
                                items.stream().skip(1))
                        .toList());
    }

    public Fact submitted() {
        return told(SUBMITTED, 1);
    }

    public Fact told(String type, long version) {
        return Fact.of(TOPIC, type, id, version, body(type).toString());
    }

    /** Another amount of its first item is asked for. */
    Fact amountRequested(long version, long requestId, int amount) {
        ObjectNode body = body(AMOUNT_REQUESTED)
                .put("requestId", requestId)
                .put("orderItemId", items.getFirst().id())
                .put("requestedAmount", amount);
        return Fact.of(TOPIC, AMOUNT_REQUESTED, id, version, body.toString());
    }

    private ObjectNode body(String type) {
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
        ObjectNode example = (ObjectNode) body.get("items").get(0);
        ArrayNode told = body.putArray("items");
        items.forEach(item -> told.add(item.asTold(example)));
        return body.put("orderId", id).put("placedByAdmin", isByAdmin);
    }
}
