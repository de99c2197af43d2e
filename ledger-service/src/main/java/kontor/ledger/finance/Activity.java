package kontor.ledger.finance;

import java.util.ArrayList;
import java.util.List;

/** What came in and what went out (L-29): a list of activity, not a result. */
record Activity(Side incomes, Side expenses, long totalMinor) {

    /** Incomes or expenses, by source. */
    record Side(long totalMinor, List<Item> items) {

        static Side of(List<Item> items) {
            return new Side(items.stream().mapToLong(Item::amountMinor).reduce(0, Math::addExact), items);
        }
    }

    /** Money of one source, without sign. */
    record Item(Source source, long amountMinor) {}

    /** Where money comes from or goes to, in the order of the report. */
    enum Source {
        PURCHASES,
        DEPOSITS,
        REPLENISHMENTS,
        STOCKTAKINGS
    }

    /** A line of the report as a table. */
    record ActivityRow(String side, Source source, long amountMinor) {}

    static Activity of(List<Item> incomes, List<Item> expenses) {
        Side in = Side.of(incomes);
        Side out = Side.of(expenses);
        return new Activity(in, out, Math.subtractExact(in.totalMinor(), out.totalMinor()));
    }

    List<ActivityRow> rows() {
        List<ActivityRow> rows = new ArrayList<>();
        incomes.items().forEach(item -> rows.add(new ActivityRow("INCOMES", item.source(), item.amountMinor())));
        expenses.items().forEach(item -> rows.add(new ActivityRow("EXPENSES", item.source(), item.amountMinor())));
        return rows;
    }
}
