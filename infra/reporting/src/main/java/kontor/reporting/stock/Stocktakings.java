package kontor.reporting.stock;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The counts, from which balances are drawn (L-26). */
@Component
public final class Stocktakings implements Subject<Stocktakings.Stocktaking> {

    /** A stocktaking in its newest state. */
    public record Stocktaking(@Nullable Counted newest) {}

    /** What is used of both events. */
    public record Counted(Instant at, boolean revoked, List<Count> lines) {

        public Map<Long, Long> byProduct() {
            return lines.stream().collect(Collectors.toMap(Count::productId, Count::count));
        }
    }

    /** Pieces of a product. */
    public record Count(long productId, long count) {}

    @Override
    public String name() {
        return "stocktaking";
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.ledger.stocktaking.v1");
    }

    @Override
    public Stocktaking begin() {
        return new Stocktaking(null);
    }

    @Override
    public Stocktaking apply(String id, Stocktaking stocktaking, Message fact) {
        return switch (fact.type()) {
            case "kontor.ledger.stocktaking-booked.v1", "kontor.ledger.stocktaking-changed.v1" ->
                new Stocktaking(fact.as(Counted.class));
            default -> stocktaking;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Stocktaking stocktaking) {
        return List.of();
    }

    @Override
    public List<Figure> figures() {
        return List.of();
    }
}
