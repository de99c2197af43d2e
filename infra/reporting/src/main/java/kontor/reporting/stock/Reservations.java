package kontor.reporting.stock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.springframework.stereotype.Component;

/** Pieces that are promised to orders and still there. */
@Component
final class Reservations implements Subject<Reservations.Held> {

    static final Figure RESERVED = Figure.of("reserved").by("productId").measuring("pieces");

    /** By item of the order. */
    record Held(Map<Long, Line> lines) {

        Held with(Line line) {
            Map<Long, Line> more = new HashMap<>(lines);
            more.put(line.orderItemId(), line);
            return new Held(more);
        }

        Held without(List<Line> gone) {
            Map<Long, Line> fewer = new HashMap<>(lines);
            gone.forEach(line -> fewer.remove(line.orderItemId()));
            return new Held(fewer);
        }
    }

    /** An item's pieces; also what is used of a change of one. */
    record Line(long orderItemId, long productId, long quantity) {}

    /** What is used of the events that name lines. */
    record Lines(List<Line> lines) {}

    @Override
    public String name() {
        return "reservation";
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.catalog.reservation.v1");
    }

    @Override
    public Held begin() {
        return new Held(Map.of());
    }

    @Override
    public Held apply(String id, Held held, Message fact) {
        return switch (fact.type()) {
            case "kontor.catalog.stock-reserved.v1" -> {
                Held more = held;
                for (Line line : fact.as(Lines.class).lines()) {
                    more = more.with(line);
                }
                yield more;
            }
            case "kontor.catalog.stock-reservation-changed.v1" -> held.with(fact.as(Line.class));
            case "kontor.catalog.stock-released.v1", "kontor.catalog.stock-consumed.v1" ->
                held.without(fact.as(Lines.class).lines());
            default -> held;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Held held) {
        return held.lines().values().stream()
                .map(line -> RESERVED.at(line.productId()).adds(line.quantity()))
                .toList();
    }

    @Override
    public List<Figure> figures() {
        return List.of(RESERVED);
    }
}
