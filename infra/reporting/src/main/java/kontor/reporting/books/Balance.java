package kontor.reporting.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Row;
import kontor.reporting.ledger.Replenishments;
import kontor.reporting.newest.Product;
import kontor.reporting.newest.States;
import kontor.reporting.shelf.ShelfPurchases;
import kontor.reporting.stock.Moves;
import kontor.reporting.stock.Prices;
import kontor.reporting.stock.Stocktakings.Counted;
import org.jspecify.annotations.Nullable;

/** The balance between two stocktakings (L-26), a line for each product that is counted. */
record Balance(Counted start, Counted end, List<Line> lines) {

    /** Pieces and money that went in the window. */
    record Flow(long pieces, long minor) {

        static final Flow NONE = new Flow(0, 0);

        Flow plus(Flow other) {
            return new Flow(pieces + other.pieces, Math.addExact(minor, other.minor));
        }
    }

    /** What became of a product; its columns are those of ledger-service. */
    record Line(
            Product product, long startCount, long endCount, Flow bought, Flow brought, long others, long meanPrice) {

        long difference() {
            return endCount - (startCount - bought.pieces() + brought.pieces() + others);
        }

        long balance() {
            return Math.multiplyExact(difference(), meanPrice);
        }

        Row row() {
            return Row.of()
                    .with("productId", product.productId())
                    .with("name", product.name())
                    .with("startCount", startCount)
                    .with("endCount", endCount)
                    .with("boughtPieces", bought.pieces())
                    .with("boughtMinor", bought.minor())
                    .with("replenishedPieces", brought.pieces())
                    .with("replenishedMinor", brought.minor())
                    .with("otherPieces", others)
                    .with("difference", difference())
                    .with("meanPriceMinor", meanPrice)
                    .with("balanceMinor", balance());
        }
    }

    static Balance between(Counted start, Counted end, Sources sources, Days days) {
        Function<Instant, Boolean> within = at -> !at.isBefore(start.at()) && at.isBefore(end.at());
        Map<Long, Flow> bought = sources.bought(within);
        Map<Long, Flow> brought = sources.brought(within);
        Map<Long, Long> others = sources.others(within);
        LocalDate first = days.date(start.at());
        LocalDate last = days.date(end.at());
        Map<String, Prices.History> histories = sources.histories();
        List<Line> lines = sources.products()
                .filter(Product::isTracked)
                .map(product -> {
                    long id = product.productId();
                    return new Line(
                            product,
                            start.byProduct().getOrDefault(id, 0L),
                            end.byProduct().getOrDefault(id, 0L),
                            bought.getOrDefault(id, Flow.NONE),
                            brought.getOrDefault(id, Flow.NONE),
                            others.getOrDefault(id, 0L),
                            prices(histories.get(Long.toString(id)), end.at(), days)
                                    .mean(first, last, product.priceMinor()));
                })
                .toList();
        return new Balance(start, end, lines);
    }

    private static DayPrices prices(Prices.@Nullable History history, Instant end, Days days) {
        DayPrices prices = new DayPrices();
        if (history != null) {
            history.until(end).forEach(price -> prices.add(days.date(price.validFrom()), price.newPriceMinor()));
        }
        return prices;
    }

    long profit() {
        return lines.stream().mapToLong(line -> Math.max(0, line.balance())).reduce(0, Math::addExact);
    }

    long loss() {
        return lines.stream().mapToLong(line -> Math.max(0, -line.balance())).reduce(0, Math::addExact);
    }

    /** What it is drawn from. */
    record Sources(Reading reading, Subjects subjects) {

        Stream<Product> products() {
            return reading.newest(States.PRODUCTS).values().stream();
        }

        Map<Long, Flow> bought(Function<Instant, Boolean> within) {
            Map<Long, Flow> flows = new HashMap<>();
            reading.states(subjects.purchases()).values().forEach(purchase -> {
                ShelfPurchases.@Nullable Made made = purchase.made();
                if (made != null && purchase.counts() && within.apply(made.at())) {
                    flows.merge(made.productId(), new Flow(made.amount(), made.totalMinor()), Flow::plus);
                }
            });
            return flows;
        }

        Map<Long, Flow> brought(Function<Instant, Boolean> within) {
            Map<Long, Flow> flows = new HashMap<>();
            reading.states(subjects.replenishments()).values().forEach(delivery -> {
                Replenishments.@Nullable Collection newest = delivery.newest();
                if (newest != null && within.apply(newest.at())) {
                    delivery.effective()
                            .forEach(line -> flows.merge(
                                    line.productId(), new Flow(line.amount(), line.totalPriceMinor()), Flow::plus));
                }
            });
            return flows;
        }

        Map<Long, Long> others(Function<Instant, Boolean> within) {
            Map<Long, Long> pieces = new HashMap<>();
            reading.sums(Moves.MOMENTS).stream()
                    .filter(sum -> !Moves.OF_THE_LEDGER.contains(sum.key("kind")))
                    .filter(sum -> within.apply(Instant.parse(sum.key("at"))))
                    .forEach(sum -> pieces.merge(Long.valueOf(sum.key("productId")), sum.value(), Long::sum));
            return pieces;
        }

        Map<String, Prices.History> histories() {
            return reading.states(subjects.prices());
        }
    }
}
