package kontor.reporting.stock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.springframework.stereotype.Component;

/** What a product cost over time, for the mean price of a window (L-27). */
@Component
public final class Prices implements Subject<Prices.History> {

    private static final String CHANGED = "kontor.catalog.price-changed.v1";

    /** In the order of their coming. */
    public record History(List<Price> prices) {

        /** Those that counted before a moment, by the time from which they did, then by id. */
        public List<Price> until(Instant end) {
            return prices.stream()
                    .filter(price -> price.validFrom().isBefore(end))
                    .sorted(Comparator.comparing(Price::validFrom).thenComparingLong(Price::priceId))
                    .toList();
        }
    }

    /** What is used of the event. */
    public record Price(long priceId, long newPriceMinor, Instant validFrom) {}

    @Override
    public String name() {
        return "price";
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.catalog.product.v1");
    }

    @Override
    public History begin() {
        return new History(List.of());
    }

    @Override
    public List<String> ids(Message fact) {
        return fact.type().equals(CHANGED) ? List.of(fact.key()) : List.of();
    }

    @Override
    public History apply(String id, History history, Message fact) {
        return new History(Stream.concat(history.prices().stream(), Stream.of(fact.as(Price.class)))
                .toList());
    }

    @Override
    public List<Contribution> contributions(String id, History history) {
        return List.of();
    }

    @Override
    public List<Figure> figures() {
        return List.of();
    }
}
