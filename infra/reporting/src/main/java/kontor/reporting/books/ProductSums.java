package kontor.reporting.books;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Sum;
import kontor.reporting.ledger.Replenishments;
import kontor.reporting.newest.Product;
import kontor.reporting.newest.States;
import kontor.reporting.shelf.ShelfPurchases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was bought at the shelf and brought, per product: the table that ledger-service answers. */
@Component
final class ProductSums implements Report {

    /** Sums of a product. */
    record Sums(long bought, long net, long gross, long brought, long paid) {

        static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(
                    bought + other.bought,
                    Math.addExact(net, other.net),
                    Math.addExact(gross, other.gross),
                    brought + other.brought,
                    Math.addExact(paid, other.paid));
        }
    }

    @Override
    public String name() {
        return "product-sums";
    }

    @Override
    public List<Row> rows(Reading reading, Question question) {
        Map<String, Product> products = reading.newest(States.PRODUCTS);
        return of(reading, question).entrySet().stream()
                .map(entry -> row(entry.getKey(), products.get(Long.toString(entry.getKey())), entry.getValue()))
                .toList();
    }

    /** By product. */
    static Map<Long, Sums> of(Reading reading, Question question) {
        Map<Long, Sums> sums = new TreeMap<>();
        add(sums, reading, question, ShelfPurchases.TURNOVER);
        add(sums, reading, question, Replenishments.COSTS);
        return sums;
    }

    private static void add(Map<Long, Sums> sums, Reading reading, Question question, Figure figure) {
        for (Sum sum : reading.sums(figure)) {
            if (question.covers(sum.key("day"))) {
                Sums more = figure.equals(Replenishments.COSTS)
                        ? new Sums(0, 0, 0, sum.value("pieces"), sum.value("costMinor"))
                        : new Sums(sum.value("pieces"), sum.value("netMinor"), sum.value("grossMinor"), 0, 0);
                sums.merge(Long.valueOf(sum.key("productId")), more, Sums::plus);
            }
        }
    }

    private static Row row(long id, @Nullable Product product, Sums sums) {
        return Row.of()
                .with("productId", id)
                .with("name", product == null ? "" : product.name())
                .with("boughtPieces", sums.bought())
                .with("boughtNetMinor", sums.net())
                .with("boughtGrossMinor", sums.gross())
                .with("replenishedPieces", sums.brought())
                .with("replenishedMinor", sums.paid());
    }
}
