package kontor.reporting.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pieces that were asked for and not there (section 10), the amounts of changes included. */
@Component
final class Refusals implements Subject<Refusals.Refused> {

    public static final Figure SHORT = Figure.of("pieces-short").by("productId").measuring("refusals", "pieces");

    /** All lines of an order that were ever refused. */
    record Refused(List<Line> lines) {}

    /**
     * What is used of a line of StockRefused.
     *
     * @param available null for another reason than too few
     */
    record Line(long productId, long quantity, @Nullable Long available) {}

    @Override
    public String name() {
        return "stock-refusal";
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.catalog.reservation.v1");
    }

    @Override
    public Refused begin() {
        return new Refused(List.of());
    }

    @Override
    public Refused apply(String id, Refused refused, Message fact) {
        return switch (fact.type()) {
            case "kontor.catalog.stock-refused.v1" -> {
                List<Line> all = new ArrayList<>(refused.lines());
                all.addAll(fact.as(Refused.class).lines());
                yield new Refused(all);
            }
            default -> refused;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Refused refused) {
        List<Contribution> all = new ArrayList<>();
        for (Line line : refused.lines()) {
            Long available = line.available();
            if (available != null) {
                all.add(SHORT.at(line.productId()).adds(1, line.quantity() - Math.max(0, available)));
            }
        }
        return all;
    }

    @Override
    public List<Figure> figures() {
        return List.of(SHORT);
    }
}
