package kontor.reporting.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.ledger.Deposits;
import kontor.reporting.ledger.Replenishments;
import kontor.reporting.shelf.ShelfPurchases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Incomes and expenses between two instants (L-29), as the table that ledger-service answers. */
@Component
final class Activity implements Report {

    private final Subjects subjects;
    private final Balances balances;

    Activity(Subjects subjects, Balances balances) {
        this.subjects = subjects;
        this.balances = balances;
    }

    @Override
    public String name() {
        return "activity";
    }

    /** Sums of amounts above zero, and of those below without their sign. */
    private record Sides(long above, long below) {

        static Sides of(LongStream amounts) {
            return amounts.boxed()
                    .reduce(
                            new Sides(0, 0),
                            (sides, amount) -> new Sides(
                                    Math.addExact(sides.above, Math.max(0, amount)),
                                    Math.addExact(sides.below, Math.max(0, -amount))),
                            (one, _) -> one);
        }
    }

    @Override
    public List<Row> rows(Reading reading, Question question) {
        Sides purchases = Sides.of(purchases(reading, question));
        Sides deposits = Sides.of(deposits(reading, question));
        Sides collections = Sides.of(collections(reading, question));
        Optional<Balance> balance = balances.within(reading, question);
        List<Row> rows = new ArrayList<>();
        rows.add(row("INCOMES", "PURCHASES", purchases.above()));
        rows.add(row("INCOMES", "DEPOSITS", deposits.above()));
        rows.add(row("INCOMES", "REPLENISHMENTS", collections.below()));
        rows.add(row("INCOMES", "STOCKTAKINGS", balance.map(Balance::profit).orElse(0L)));
        rows.add(row("EXPENSES", "PURCHASES", purchases.below()));
        rows.add(row("EXPENSES", "DEPOSITS", deposits.below()));
        rows.add(row("EXPENSES", "REPLENISHMENTS", collections.above()));
        rows.add(row("EXPENSES", "STOCKTAKINGS", balance.map(Balance::loss).orElse(0L)));
        return rows;
    }

    private LongStream purchases(Reading reading, Question question) {
        return reading.states(subjects.purchases()).values().stream().mapToLong(purchase -> {
            ShelfPurchases.@Nullable Made made = purchase.made();
            return made != null && purchase.counts() && question.covers(made.at()) ? made.totalMinor() : 0;
        });
    }

    private LongStream deposits(Reading reading, Question question) {
        return reading.states(subjects.deposits()).values().stream().mapToLong(deposit -> {
            Deposits.@Nullable Booked booked = deposit.booked();
            return booked != null && deposit.counts() && question.covers(booked.at()) ? booked.amountMinor() : 0;
        });
    }

    private LongStream collections(Reading reading, Question question) {
        Map<String, Replenishments.Delivery> all = reading.states(subjects.replenishments());
        return all.values().stream().mapToLong(delivery -> {
            Replenishments.@Nullable Collection newest = delivery.newest();
            return newest != null && question.covers(newest.at())
                    ? delivery.effective()
                            .mapToLong(Replenishments.Line::totalPriceMinor)
                            .sum()
                    : 0;
        });
    }

    private static Row row(String side, String source, long amount) {
        return Row.of().with("side", side).with("source", source).with("amountMinor", amount);
    }
}
