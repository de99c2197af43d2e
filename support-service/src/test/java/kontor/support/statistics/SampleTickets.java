package kontor.support.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import kontor.platform.store.PlatformSettings;
import kontor.platform.store.SqlValues;
import kontor.testkit.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Six tickets in tables like those of the service, in a schema that nobody else looks at and no job works on. */
final class SampleTickets implements AutoCloseable {

    static final UUID ADA = new UUID(0, 0xA);
    static final UUID BEN = new UUID(0, 0xB);

    private static final String NOT_OPEN = "open_since = null, solution_due_at = null, status = ";

    private final String schema = "figures_" + UUID.randomUUID().toString().replace("-", "");
    private final JdbcClient jdbc;
    private final Figures figures;

    SampleTickets(TestDatabase database) {
        PGSimpleDataSource tables = (PGSimpleDataSource) database.dataSource(database.owner());
        tables.setCurrentSchema(schema);
        jdbc = JdbcClient.create(tables);
        jdbc.sql("create schema " + schema).update();
        for (String table : List.of("ticket", "assignment", "ticket_log")) {
            jdbc.sql("create table %1$s (like public.%1$s including defaults including constraints including identity)"
                            .formatted(table))
                    .update();
        }
        figures = new Figures(jdbc, inBudapest(), new JdbcTransactionManager(tables));
    }

    private static PlatformSettings inBudapest() {
        return new PlatformSettings(
                "support",
                "EUR",
                ZoneId.of("Europe/Budapest"),
                "HU",
                new PlatformSettings.Clock(Duration.ZERO),
                new PlatformSettings.Idempotency(Duration.ofDays(7)),
                Duration.ZERO);
    }

    Figures figures() {
        return figures;
    }

    /** The first three are of one day in Budapest; one of them was still the day before in Greenwich. */
    void fill() {
        ticket(1, "2", "H", "2026-06-01T07:00:00Z", NOT_OPEN + """
                'S', open_seconds = 36000, reopened = 1, first_answer_at = '2026-06-01T15:25:00Z',
                first_answer_breached_at = '2026-06-01T15:00:00Z'
                """);
        ticket(2, "1", "H", "2026-06-01T10:00:00Z", NOT_OPEN + """
                'C', open_seconds = 100, first_answer_at = '2026-06-01T10:30:00Z', closed_at = '2026-06-02T22:30:00Z'
                """);
        ticket(3, "1", "H", "2026-05-31T22:30:00Z", "first_answer_at = '2026-05-31T22:31:30Z'");
        ticket(4, "A", "N", "2026-06-02T08:00:00Z", NOT_OPEN + "'P'");
        ticket(5, "C", "N", "2026-06-02T09:00:00Z", NOT_OPEN + """
                'C', open_seconds = 59, reopened = 2, closed_at = '2026-06-02T12:00:00Z',
                first_answer_breached_at = '2026-06-02T10:00:00Z', solution_breached_at = '2026-06-02T11:00:00Z'
                """);
        ticket(6, "A", "L", "2026-07-01T09:00:00Z", "subject = 'y'");
        holds(ADA, 1, "A");
        holds(ADA, 3, "A");
        holds(ADA, 2, "C");
        holds(BEN, 1, "I");
        holds(BEN, 4, "A");
        did(BEN, "TAKE", "2026-06-01T08:00:00Z");
        did(ADA, "TAKE", "2026-06-01T22:10:00Z");
        did(ADA, "TAKE", "2026-06-02T10:00:00Z");
        did(ADA, "RELEASE", "2026-06-02T11:00:00Z");
    }

    /** Opened at that moment, and then as {@code is} says. */
    private void ticket(long id, String level, String priority, String openedAt, String is) {
        jdbc.sql("""
                        insert into ticket (id, creator_id, subject, level, priority, status, created_at,
                            first_answer_due_at, open_since, solution_due_at, touched_at)
                        select ?, gen_random_uuid(), 'x', ?, ?, 'O', at, at, at, at, at
                        from (select cast(? as timestamptz)) moment (at)
                        """).params(id, level, priority, openedAt).update();
        jdbc.sql("update ticket set %s where id = %d".formatted(is, id)).update();
    }

    private void holds(UUID staff, long ticket, String status) {
        jdbc.sql("""
                        insert into assignment (ticket_id, staff_id, started_at, last_activity_at, status)
                        values (?, ?, now(), now(), ?)
                        """).params(ticket, staff, status).update();
    }

    private void did(UUID staff, String action, String at) {
        jdbc.sql("insert into ticket_log (ticket_id, actor_id, action, detail, at) values (1, ?, ?, 'x', ?)")
                .params(SqlValues.of(staff, action, Instant.parse(at)))
                .update();
    }

    @Override
    public void close() {
        jdbc.sql("drop schema %s cascade".formatted(schema)).update();
    }
}
