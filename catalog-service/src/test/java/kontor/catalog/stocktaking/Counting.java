package kontor.catalog.stocktaking;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A stocktaking as the ledger tells of it, made from the examples of the contracts. */
record Counting(long id, String at, boolean isRevoked, List<Line> lines) {

    static final String CONSUMER = "catalog.stocktaking";
    static final String TOPIC = "kontor.ledger.stocktaking.v1";
    static final String BOOKED = "kontor.ledger.stocktaking-booked.v1";
    static final String CHANGED = "kontor.ledger.stocktaking-changed.v1";

    private static final AtomicLong IDS = new AtomicLong(1000);

    /** What was counted of a product. */
    record Line(long product, int count, boolean keepActive) {}

    static Line line(long product, int count) {
        return new Line(product, count, false);
    }

    static Counting at(String at, Line... lines) {
        return new Counting(IDS.incrementAndGet(), at, false, List.of(lines));
    }

    Counting revoked() {
        return new Counting(id, at, true, lines);
    }

    Counting with(Line... others) {
        return new Counting(id, at, isRevoked, List.of(others));
    }

    Fact booked() {
        return told(BOOKED, 1);
    }

    Fact changed(long version) {
        return told(CHANGED, version);
    }

    private Fact told(String type, long version) {
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
        ArrayNode told = body.putArray("lines");
        for (Line line : lines) {
            told.addObject()
                    .put("productId", line.product())
                    .put("count", line.count())
                    .put("keepActive", line.keepActive());
        }
        body.put("stocktakingId", id).put("at", at).put("revoked", isRevoked);
        return Fact.of(TOPIC, type, id, version, body.toString());
    }
}
