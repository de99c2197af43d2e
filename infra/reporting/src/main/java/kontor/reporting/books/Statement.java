package kontor.reporting.books;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Sum;
import kontor.reporting.ledger.Transfers;
import org.springframework.stereotype.Component;

/** The statement (L-30) between two days of booking, as the table that ledger-service answers. */
@Component
final class Statement implements Report {

    private static final String MEMBER = "MEMBER";
    private static final String VAT = "VAT_PAYABLE";

    /** What an account held at the beginning and holds at the end of the period. */
    record Held(long opening, long closing) {

        Held plus(Held other) {
            return new Held(Math.addExact(opening, other.opening), Math.addExact(closing, other.closing));
        }

        Held each(LongUnaryOperator change) {
            return new Held(change.applyAsLong(opening), change.applyAsLong(closing));
        }
    }

    @Override
    public String name() {
        return "statement";
    }

    @Override
    public List<Row> rows(Reading reading, Question question) {
        Map<String, Map<String, Held>> accounts = accounts(reading, question);
        Map<String, Held> vat = new TreeMap<>(Comparator.comparing(BigDecimal::new));
        vat.putAll(accounts.getOrDefault(VAT, Map.of()));
        List<Row> rows = new java.util.ArrayList<>();
        rows.add(row("ASSETS", "CASH", "", total(accounts, "CASH").each(held -> -held)));
        rows.add(row("ASSETS", "RECEIVABLES", "", total(accounts, "RECEIVABLE").each(held -> -held)));
        rows.add(row("ASSETS", "MEMBER_DEBTS", "", members(accounts, held -> -Math.min(0, held))));
        rows.add(row("LIABILITIES", "MEMBER_CREDIT", "", members(accounts, held -> Math.max(0, held))));
        rows.add(row("LIABILITIES", "ESCROW", "", total(accounts, "ESCROW")));
        vat.forEach((rate, held) -> rows.add(row("LIABILITIES", VAT, rate, held)));
        for (String kind : List.of("SHELF_SALES", "RETAIL_SALES", "FEES", "STOCK_PURCHASES")) {
            rows.add(row("RESULT", kind, "", total(accounts, kind)));
        }
        rows.add(row("OPENING_BALANCES", "OPENING", "", total(accounts, "OPENING")));
        return rows;
    }

    /** By kind and owner. */
    private static Map<String, Map<String, Held>> accounts(Reading reading, Question question) {
        Map<String, Map<String, Held>> accounts = new LinkedHashMap<>();
        for (Sum sum : reading.sums(Transfers.MOVEMENTS)) {
            String day = sum.key("day");
            boolean before =
                    question.value("from").map(from -> day.compareTo(from) < 0).orElse(false);
            boolean behind =
                    question.value("to").map(to -> day.compareTo(to) >= 0).orElse(false);
            Held held = new Held(before ? sum.value() : 0, behind ? 0 : sum.value());
            accounts.computeIfAbsent(sum.key("account"), _ -> new LinkedHashMap<>())
                    .merge(sum.key("owner"), held, Held::plus);
        }
        return accounts;
    }

    private static Held total(Map<String, Map<String, Held>> accounts, String kind) {
        return accounts.getOrDefault(kind, Map.of()).values().stream().reduce(new Held(0, 0), Held::plus);
    }

    /** Each one's balance is a debt or a credit. */
    private static Held members(Map<String, Map<String, Held>> accounts, LongUnaryOperator side) {
        return accounts.getOrDefault(MEMBER, Map.of()).values().stream()
                .map(held -> held.each(side))
                .reduce(new Held(0, 0), Held::plus);
    }

    private static Row row(String section, String kind, String owner, Held held) {
        return Row.of()
                .with("section", section)
                .with("kind", kind)
                .with("owner", owner)
                .with("openingMinor", held.opening())
                .with("movementMinor", held.closing() - held.opening())
                .with("closingMinor", held.closing());
    }
}
