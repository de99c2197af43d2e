package kontor.support.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.platform.store.PlatformSettings;
import kontor.support.promise.Priority;
import kontor.support.statistics.TicketStatistics.Breaches;
import kontor.support.statistics.TicketStatistics.Day;
import kontor.support.statistics.TicketStatistics.Load;
import kontor.support.statistics.TicketStatistics.Reopenings;
import kontor.support.statistics.TicketStatistics.Standing;
import kontor.support.statistics.TicketStatistics.Step;
import kontor.support.statistics.TicketStatistics.Taken;
import kontor.support.statistics.TicketStatistics.Times;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts tickets, all figures at one moment. */
@Component
class Figures {

    private static final String WITHIN = """
            (cast(:from as timestamptz) is null or %1$s >= :from)
            and (cast(:to as timestamptz) is null or %1$s < :to)""";

    private static final String DAY = "cast(%s at time zone cast(:zone as text) as date)";

    private static final String OPEN_NOW = """
            select level, priority, status, count(*) as number
            from ticket
            where status <> 'C'
            group by level, priority, status
            order by position(level in 'A12C'), position(priority in 'LNHU'), position(status in 'OPS')
            """;

    private static final String DAYS = """
            select day, count(*) filter (where not closing) as opened, count(*) filter (where closing) as closed
            from (
                select %s as day, false as closing from ticket where %s
                union all
                select %s, true from ticket where closed_at is not null and %s) moves
            group by day
            order by day
            """.formatted(
                    DAY.formatted("created_at"),
                    WITHIN.formatted("created_at"),
                    DAY.formatted("closed_at"),
                    WITHIN.formatted("closed_at"));

    private static final String FIRST_ANSWERS =
            times("extract(epoch from first_answer_at - created_at) / 60", "first_answer_at is not null");

    private static final String SOLUTIONS = times("cast(open_seconds as numeric) / 60", "status in ('S', 'C')");

    private static final String BREACHES = """
            select target, priority, number, round(100.0 * number / tickets, 1) as percent
            from (
                select priority, count(*) as tickets, count(first_answer_breached_at) as unanswered,
                    count(solution_breached_at) as unsolved
                from ticket where %s group by priority) t,
                lateral (values ('FIRST_ANSWER', unanswered), ('SOLUTION', unsolved)) as missed (target, number)
            order by target, position(priority in 'LNHU')
            """.formatted(WITHIN.formatted("created_at"));

    /** Every ticket begins at AUTO and climbs one step at a time (S-4), so where it stands tells which it has made. */
    private static final String ESCALATIONS = """
            select step.level, count(t.id) as number
            from (values ('1'), ('2'), ('C')) as step (level)
            left join ticket t on position(t.level in 'A12C') >= position(step.level in 'A12C') and %s
            group by step.level
            order by position(step.level in 'A12C')
            """.formatted(WITHIN.formatted("t.created_at"));

    private static final String REOPENINGS = """
            select coalesce(sum(reopened), 0) as number, round(coalesce(avg(reopened), 0), 2) as per_ticket
            from ticket where %s
            """.formatted(WITHIN.formatted("created_at"));

    private static final String LOADS = """
            select staff_id, count(*) as number
            from assignment where status = 'A'
            group by staff_id
            order by staff_id
            """;

    private static final String TAKEN = """
            select day, staff_id, count(*) as number
            from (select %s as day, l.actor_id as staff_id from ticket_log l where l.action = 'TAKE' and %s) taken
            group by day, staff_id
            order by day, staff_id
            """.formatted(DAY.formatted("l.at"), WITHIN.formatted("l.at"));

    private final JdbcClient jdbc;
    private final String zone;
    private final TransactionTemplate oneMoment;

    Figures(JdbcClient jdbc, PlatformSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.zone = settings.zone().getId();
        oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    TicketStatistics of(Period period) {
        Map<String, @Nullable Object> params = period.params();
        params.put("zone", zone);
        return oneMoment.execute(ignored -> read(params));
    }

    private TicketStatistics read(Map<String, @Nullable Object> params) {
        return new TicketStatistics(
                all(
                        OPEN_NOW,
                        Map.of(),
                        (row, n) -> new Standing(
                                level(row), priority(row), TicketStatus.of(row.getString("status")), number(row))),
                all(DAYS, params, (row, n) -> new Day(day(row), row.getLong("opened"), row.getLong("closed"))),
                all(FIRST_ANSWERS, params, Figures::times),
                all(SOLUTIONS, params, Figures::times),
                all(
                        BREACHES,
                        params,
                        (row, n) -> new Breaches(
                                row.getString("target"), priority(row), number(row), row.getBigDecimal("percent"))),
                all(ESCALATIONS, params, (row, n) -> new Step(level(row), number(row))),
                all(REOPENINGS, params, (row, n) -> new Reopenings(number(row), row.getBigDecimal("per_ticket")))
                        .getFirst(),
                all(LOADS, Map.of(), (row, n) -> new Load(staff(row), number(row))),
                all(TAKEN, params, (row, n) -> new Taken(day(row), staff(row), number(row))));
    }

    private <T> List<T> all(String sql, Map<String, ?> params, RowMapper<T> mapper) {
        return jdbc.sql(sql).params(params).query(mapper).list();
    }

    /** Percentiles are those of a ticket, not between two, so that everybody counts the same. */
    private static String times(String minutes, String which) {
        return """
                select day, priority, count(*) as tickets, round(avg(minutes), 1) as mean,
                    round(percentile_disc(0.5) within group (order by minutes), 1) as median,
                    round(percentile_disc(0.9) within group (order by minutes), 1) as ninetieth
                from (select %s as day, priority, %s as minutes from ticket where %s and %s) t
                group by day, priority
                order by day, position(priority in 'LNHU')
                """.formatted(DAY.formatted("created_at"), minutes, which, WITHIN.formatted("created_at"));
    }

    private static Times times(ResultSet row, int number) throws SQLException {
        return new Times(
                day(row),
                priority(row),
                row.getLong("tickets"),
                row.getBigDecimal("mean"),
                row.getBigDecimal("median"),
                row.getBigDecimal("ninetieth"));
    }

    private static Level level(ResultSet row) throws SQLException {
        return Level.of(row.getString("level"));
    }

    private static Priority priority(ResultSet row) throws SQLException {
        return Priority.of(row.getString("priority"));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("day", LocalDate.class);
    }

    private static UUID staff(ResultSet row) throws SQLException {
        return row.getObject("staff_id", UUID.class);
    }

    private static long number(ResultSet row) throws SQLException {
        return row.getLong("number");
    }
}
