package kontor.reporting.stock;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Sum;
import kontor.reporting.newest.Product;
import kontor.reporting.newest.States;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is on the shelf of each product that is counted (C-14), how much of it is promised, and what is short. */
@Component
final class OnHand implements Report {

    private final Bases bases;

    OnHand(Bases bases) {
        this.bases = bases;
    }

    @Override
    public String name() {
        return "on-hand";
    }

    @Override
    public List<Row> rows(Reading reading, Question question) {
        Map<String, Bases.Base> known = reading.states(bases);
        Map<String, Long> moved = moved(reading, known);
        Map<String, Long> reserved = reading.sums(Reservations.RESERVED).stream()
                .collect(Collectors.toMap(sum -> sum.key("productId"), Sum::value));
        return reading.newest(States.PRODUCTS).values().stream()
                .filter(Product::isTracked)
                .map(product -> {
                    String id = Long.toString(product.productId());
                    long onHand = known.getOrDefault(id, bases.begin()).baseCount() + moved.getOrDefault(id, 0L);
                    return row(product, onHand, reserved.getOrDefault(id, 0L));
                })
                .toList();
    }

    /** Pieces since the base of each product. */
    private Map<String, Long> moved(Reading reading, Map<String, Bases.Base> known) {
        Map<String, Long> moved = new HashMap<>();
        for (Sum sum : reading.sums(Moves.MOMENTS)) {
            String product = sum.key("productId");
            @Nullable Instant base = known.getOrDefault(product, bases.begin()).baseAt();
            if (base == null || !Instant.parse(sum.key("at")).isBefore(base)) {
                moved.merge(product, sum.value(), Math::addExact);
            }
        }
        return moved;
    }

    private static Row row(Product product, long onHand, long reserved) {
        return Row.of()
                .with("productId", product.productId())
                .with("name", product.name())
                .with("onHand", onHand)
                .with("reserved", reserved)
                .with("available", onHand - reserved)
                .with("soldOut", onHand <= 0)
                .with("short", onHand < reserved);
    }
}
