package kontor.invoice.summary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds up documents, all parts of a summary at one moment. */
@Component
class Summaries {

    private static final String OF_PERIOD = """
            (cast(:from as date) is null or i.creation_date >= :from)
              and (cast(:to as date) is null or i.creation_date < :to)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate oneMoment;

    Summaries(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    Summary of(Period period) {
        return oneMoment.execute(ignored -> Summary.of(rates(period), days(period), products(period)));
    }

    private List<Summary.Rate> rates(Period period) {
        return list(
                """
                select v.percentage, sum(v.net_minor) as net, sum(v.vat_minor) as vat
                from counted_invoice i join invoice_vat v on v.invoice_id = i.id
                where %s group by v.percentage order by v.percentage
                """,
                period,
                (row, n) -> new Summary.Rate(
                        plain(row.getBigDecimal("percentage")), row.getLong("net"), row.getLong("vat")));
    }

    private List<Summary.DaySum> days(Period period) {
        return list(
                """
                select i.creation_date, count(*) as documents,
                    count(*) filter (where i.kind = 'CANCELLATION') as cancels,
                    sum(i.net_minor) as net, sum(i.vat_minor) as vat, sum(i.gross_minor) as gross
                from counted_invoice i where %s group by i.creation_date order by i.creation_date
                """,
                period,
                (row, n) -> new Summary.DaySum(
                        row.getObject("creation_date", LocalDate.class),
                        row.getLong("documents"),
                        row.getLong("cancels"),
                        row.getLong("net"),
                        row.getLong("vat"),
                        row.getLong("gross")));
    }

    private List<Summary.ProductSum> products(Period period) {
        return list(
                """
                select l.product_id, sum(l.amount) as amount, sum(l.net_minor) as net
                from counted_invoice i join invoice_item l on l.invoice_id = i.id
                where %s group by l.product_id order by l.product_id
                """,
                period,
                (row, n) ->
                        new Summary.ProductSum(row.getLong("product_id"), row.getLong("amount"), row.getLong("net")));
    }

    private <T> List<T> list(String sql, Period period, RowMapper<T> mapper) {
        return jdbc.sql(sql.formatted(OF_PERIOD))
                .params(period.params())
                .query(mapper)
                .list();
    }

    /** Without trailing zeros and exponent. */
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
