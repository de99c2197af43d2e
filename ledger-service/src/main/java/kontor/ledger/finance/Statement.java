package kontor.ledger.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the shop has and owes, and how it came about (L-30): assets = liabilities + result + opening balances. */
record Statement(Section assets, Section liabilities, Section result, Section openingBalances) {

    /** One of the four parts with its sum. */
    record Section(List<Line> lines, Amounts total) {

        static Section of(List<Line> lines) {
            return new Section(lines, lines.stream().map(Line::amounts).reduce(Amounts.NONE, Amounts::plus));
        }
    }

    /**
     * A line of the statement, with the sign that readers expect; stock purchases are a cost and stand below zero.
     *
     * @param owner VAT percentage; empty elsewhere
     */
    record Line(Kind kind, String owner, Amounts amounts) {}

    /** What a line holds. */
    enum Kind {
        CASH,
        RECEIVABLES,
        MEMBER_DEBTS,
        MEMBER_CREDIT,
        ESCROW,
        VAT_PAYABLE,
        SHELF_SALES,
        RETAIL_SALES,
        FEES,
        STOCK_PURCHASES,
        OPENING
    }

    /** At the beginning of the period, within it, at its end. */
    record Amounts(long openingMinor, long movementMinor, long closingMinor) {

        static final Amounts NONE = new Amounts(0, 0, 0);

        static Amounts of(long openingMinor, long closingMinor) {
            return new Amounts(openingMinor, Math.subtractExact(closingMinor, openingMinor), closingMinor);
        }

        Amounts plus(Amounts other) {
            return of(Math.addExact(openingMinor, other.openingMinor), Math.addExact(closingMinor, other.closingMinor));
        }

        /** Assets are below zero on their accounts. */
        Amounts turned() {
            return of(-openingMinor, -closingMinor);
        }
    }

    /** A line of the statement as a table. */
    record StatementRow(
            String section, Kind kind, String owner, long openingMinor, long movementMinor, long closingMinor) {

        static StatementRow of(String section, Line line) {
            Amounts amounts = line.amounts();
            return new StatementRow(
                    section,
                    line.kind(),
                    line.owner(),
                    amounts.openingMinor(),
                    amounts.movementMinor(),
                    amounts.closingMinor());
        }
    }

    List<StatementRow> rows() {
        List<StatementRow> rows = new ArrayList<>();
        rowsOf("ASSETS", assets).forEach(rows::add);
        rowsOf("LIABILITIES", liabilities).forEach(rows::add);
        rowsOf("RESULT", result).forEach(rows::add);
        rowsOf("OPENING_BALANCES", openingBalances).forEach(rows::add);
        return rows;
    }

    private static Stream<StatementRow> rowsOf(String name, Section section) {
        return section.lines().stream().map(line -> StatementRow.of(name, line));
    }
}
