package kontor.catalog.deal;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A market purchase as order-service tells of it, made from the examples of the contracts. */
record Bargain(long id, List<Line> lines) {

    static final String TOPIC = "kontor.order.market-purchase.v1";
    static final String SUBMITTED = "kontor.order.purchase-submitted.v1";
    static final String OPENED = "kontor.order.purchase-opened.v1";
    static final String REJECTED = "kontor.order.purchase-rejected.v1";
    static final String CANCELLED = "kontor.order.purchase-cancelled.v1";
    static final String SHIPPED = "kontor.order.purchase-shipped.v1";

    private static final AtomicLong IDS = new AtomicLong(1000);

    /** Pieces of a listing. */
    record Line(long listing, int pieces) {}

    static Line line(long listing, int pieces) {
        return new Line(listing, pieces);
    }

    static Bargain of(Line... lines) {
        return new Bargain(IDS.incrementAndGet(), List.of(lines));
    }

    /** A new purchase of so many pieces. */
    static Bargain of(long listing, int pieces) {
        return of(line(listing, pieces));
    }

    Fact submitted() {
        return told(SUBMITTED, 1);
    }

    Fact told(String type, long version) {
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
        ObjectNode example = (ObjectNode) body.get("lines").get(0);
        ArrayNode told = body.putArray("lines");
        IntStream.range(0, lines.size())
                .forEach(n -> told.add(example.deepCopy()
                        .put("lineNo", n + 1)
                        .put("listingId", lines.get(n).listing())
                        .put("quantity", lines.get(n).pieces())));
        return Fact.of(TOPIC, type, id, version, body.put("purchaseId", id).toString());
    }
}
