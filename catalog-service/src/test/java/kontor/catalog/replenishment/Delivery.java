package kontor.catalog.replenishment;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A collection of replenishments as the ledger tells of it, made from the examples of the contracts. */
public record Delivery(long id, String at, boolean isRevoked, List<Line> lines) {

    static final String CONSUMER = "catalog.replenishment";
    static final String TOPIC = "kontor.ledger.replenishment.v1";
    static final String BOOKED = "kontor.ledger.replenishment-booked.v1";
    static final String CHANGED = "kontor.ledger.replenishment-changed.v1";

    private static final AtomicLong IDS = new AtomicLong(1000);

    /** A line of it. */
    public record Line(long id, long product, int amount, boolean isRevoked) {

        Line of(int other) {
            return new Line(id, product, other, isRevoked);
        }

        Line revoked() {
            return new Line(id, product, amount, true);
        }

        private ObjectNode asTold(ObjectNode example) {
            return example.deepCopy()
                    .put("replenishmentId", id)
                    .put("productId", product)
                    .put("amount", amount)
                    .put("revoked", isRevoked);
        }
    }

    public static Line line(long product, int amount) {
        return new Line(IDS.incrementAndGet(), product, amount, false);
    }

    public static Delivery at(String at, Line... lines) {
        return new Delivery(IDS.incrementAndGet(), at, false, List.of(lines));
    }

    Delivery revoked() {
        return new Delivery(id, at, true, lines);
    }

    Delivery movedTo(String other) {
        return new Delivery(id, other, isRevoked, lines);
    }

    Delivery with(Line... others) {
        return new Delivery(id, at, isRevoked, Arrays.asList(others));
    }

    public Fact booked() {
        return told(BOOKED, 1);
    }

    Fact changed(long version) {
        return told(CHANGED, version);
    }

    private Fact told(String type, long version) {
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(type).example());
        ObjectNode example = (ObjectNode) body.get("lines").get(0);
        ArrayNode told = body.putArray("lines");
        lines.forEach(line -> told.add(line.asTold(example)));
        body.put("collectionId", id).put("at", at).put("revoked", isRevoked);
        return Fact.of(TOPIC, type, id, version, body.toString());
    }
}
