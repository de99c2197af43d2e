package kontor.reporting.stock;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From what a product's stock is counted on: the newest base (C-14), and how often it went short. */
@Component
final class Bases implements Subject<Bases.Base> {

    static final Figure WENT_SHORT = Figure.of("went-short").by("productId").measuring("times");

    static final String TOPIC = "kontor.catalog.stock.v1";

    /** Without an instant all moves count. */
    record Base(long baseCount, @Nullable Instant baseAt, long timesShort) {}

    /** What is used of the event. */
    record BaseSet(long baseCount, @Nullable Instant baseAt) {}

    @Override
    public String name() {
        return "stock-base";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public Base begin() {
        return new Base(0, null, 0);
    }

    @Override
    public Base apply(String id, Base base, Message fact) {
        return switch (fact.type()) {
            case "kontor.catalog.stock-base-set.v1" -> {
                BaseSet set = fact.as(BaseSet.class);
                yield new Base(set.baseCount(), set.baseAt(), base.timesShort());
            }
            case "kontor.catalog.stock-went-short.v1" ->
                new Base(base.baseCount(), base.baseAt(), base.timesShort() + 1);
            default -> base;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Base base) {
        return base.timesShort() == 0 ? List.of() : List.of(WENT_SHORT.at(id).adds(base.timesShort()));
    }

    @Override
    public List<Figure> figures() {
        return List.of(WENT_SHORT);
    }
}
