package kontor.reporting.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goods cost, by the lines that count (L-19), on the day of the collection. */
@Component
public final class Replenishments implements Subject<Replenishments.Delivery> {

    public static final Figure COSTS =
            Figure.of("replenishment-costs").by("day", "productId").measuring("pieces", "costMinor");

    private final Days days;

    public Replenishments(Days days) {
        this.days = days;
    }

    /** A collection in its newest state. */
    public record Delivery(@Nullable Collection newest) {

        public Stream<Line> effective() {
            return newest == null || newest.revoked()
                    ? Stream.of()
                    : newest.lines().stream().filter(line -> !line.revoked());
        }
    }

    /** What is used of both events. */
    public record Collection(Instant at, boolean revoked, List<Line> lines) {}

    /** A line of it. */
    public record Line(long productId, long amount, long totalPriceMinor, boolean revoked) {}

    @Override
    public String name() {
        return "replenishment";
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.ledger.replenishment.v1");
    }

    @Override
    public Delivery begin() {
        return new Delivery(null);
    }

    @Override
    public Delivery apply(String id, Delivery delivery, Message fact) {
        return switch (fact.type()) {
            case "kontor.ledger.replenishment-booked.v1", "kontor.ledger.replenishment-changed.v1" ->
                new Delivery(fact.as(Collection.class));
            default -> delivery;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Delivery delivery) {
        @Nullable Collection newest = delivery.newest();
        if (newest == null) {
            return List.of();
        }
        String day = days.day(newest.at());
        return delivery.effective()
                .map(line -> COSTS.at(day, line.productId()).adds(line.amount(), line.totalPriceMinor()))
                .toList();
    }

    @Override
    public List<Figure> figures() {
        return List.of(COSTS);
    }
}
