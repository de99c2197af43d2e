package kontor.ledger.finance;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kontor.ledger.account.AccountKind;
import kontor.ledger.finance.Statement.Amounts;
import kontor.ledger.finance.Statement.Kind;
import kontor.ledger.finance.Statement.Line;
import kontor.ledger.finance.Statement.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the statement of a period by the time of booking (L-30), all accounts in one look. */
@Component
class Statements {

    /** Members by the sign of each one's balance, which is a debt or a credit; the others by account. */
    private static final String BALANCES = """
            select kind, owner, side, sum(opening) as opening, sum(closing) as closing
            from (
                select a.kind, case when a.kind = 'VAT_PAYABLE' then a.owner else '' end as owner, s.side,
                    case s.side when 'DEBT' then least(b.opening, 0) when 'CREDIT' then greatest(b.opening, 0)
                        else b.opening end as opening,
                    case s.side when 'DEBT' then least(b.closing, 0) when 'CREDIT' then greatest(b.closing, 0)
                        else b.closing end as closing
                from account a
                join lateral unnest(case a.kind when 'MEMBER' then array['DEBT', 'CREDIT'] else array['ALL'] end)
                    as s (side) on true
                join (
                    select account_id,
                        coalesce(sum(amount_minor) filter (where booked_at < cast(:from as timestamptz)), 0) as opening,
                        coalesce(sum(amount_minor) filter (
                            where cast(:to as timestamptz) is null or booked_at < :to), 0) as closing
                    from entry group by account_id) b on b.account_id = a.id) parts
            group by kind, owner, side
            """;

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Part(AccountKind kind, String owner, String side, Amounts amounts) {}

    Statement of(Period period) {
        Map<String, @Nullable Object> params = period.params();
        List<Part> parts = jdbc.sql(BALANCES)
                .params(params)
                .query((row, n) -> new Part(
                        AccountKind.valueOf(row.getString("kind")),
                        row.getString("owner"),
                        row.getString("side"),
                        Amounts.of(row.getLong("opening"), row.getLong("closing"))))
                .list();
        return new Statement(assets(parts), liabilities(parts), result(parts), openingBalances(parts));
    }

    private static Section assets(List<Part> parts) {
        return Section.of(List.of(
                line(Kind.CASH, parts, AccountKind.CASH, "ALL", Amounts::turned),
                line(Kind.RECEIVABLES, parts, AccountKind.RECEIVABLE, "ALL", Amounts::turned),
                line(Kind.MEMBER_DEBTS, parts, AccountKind.MEMBER, "DEBT", Amounts::turned)));
    }

    private static Section liabilities(List<Part> parts) {
        Stream<Line> vat = parts.stream()
                .filter(part -> part.kind() == AccountKind.VAT_PAYABLE)
                .sorted(Comparator.comparing(part -> new BigDecimal(part.owner())))
                .map(part -> new Line(Kind.VAT_PAYABLE, part.owner(), part.amounts()));
        Stream<Line> owed = Stream.of(
                line(Kind.MEMBER_CREDIT, parts, AccountKind.MEMBER, "CREDIT", UnaryOperator.identity()),
                line(Kind.ESCROW, parts, AccountKind.ESCROW, "ALL", UnaryOperator.identity()));
        return Section.of(Stream.concat(owed, vat).toList());
    }

    private static Section result(List<Part> parts) {
        return Section.of(List.of(
                line(Kind.SHELF_SALES, parts, AccountKind.SHELF_SALES, "ALL", UnaryOperator.identity()),
                line(Kind.RETAIL_SALES, parts, AccountKind.RETAIL_SALES, "ALL", UnaryOperator.identity()),
                line(Kind.FEES, parts, AccountKind.FEES, "ALL", UnaryOperator.identity()),
                line(Kind.STOCK_PURCHASES, parts, AccountKind.STOCK_PURCHASES, "ALL", UnaryOperator.identity())));
    }

    private static Section openingBalances(List<Part> parts) {
        return Section.of(List.of(line(Kind.OPENING, parts, AccountKind.OPENING, "ALL", UnaryOperator.identity())));
    }

    private static Line line(
            Kind kind, List<Part> parts, AccountKind account, String side, UnaryOperator<Amounts> sign) {
        Amounts amounts = parts.stream()
                .filter(part -> part.kind() == account && part.side().equals(side))
                .map(Part::amounts)
                .reduce(Amounts.NONE, Amounts::plus);
        return new Line(kind, "", sign.apply(amounts));
    }
}
