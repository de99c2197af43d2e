package kontor.support.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import kontor.platform.store.PlatformSettings;
import kontor.platform.store.SqlValues;
import kontor.support.statistics.TicketStatistics.Breaches;
import kontor.support.statistics.TicketStatistics.Day;
import kontor.support.statistics.TicketStatistics.Load;
import kontor.support.statistics.TicketStatistics.Reopenings;
import kontor.support.statistics.TicketStatistics.Standing;
import kontor.support.statistics.TicketStatistics.Step;
import kontor.support.statistics.TicketStatistics.Taken;
import kontor.support.statistics.TicketStatistics.Times;
import kontor.support.promise.Priority;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The figures of tickets that nobody else has: the service's own tables, empty, in a schema of this test. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class FiguresIT {

    private static final Period EVER = new Period(null, null);
    private static final LocalDate FIRST = LocalDate.parse("2026-06-01");
    private static final LocalDate SECOND = LocalDate.parse("2026-06-02");
    private static final UUID ADA = new UUID(0, 0xA);
    private static final UUID BEN = new UUID(0, 0xB);

    private final String schema = "figures_" + UUID.randomUUID().toString().replace("-", "");
    private final JdbcClient jdbc;
    private final Figures figures;

    FiguresIT(TestDatabase database) {
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
                new PlatformSettings.Idempotency(Duration.ofDays(7)));
    }

    @AfterEach
    void dropTables() {
        jdbc.sql("drop schema %s cascade".formatted(schema)).update();
    }

    /** Opened at that moment; what else there is to it is set by {@code and}. */
    private void ticket(long id, String level, String priority, String openedAt, String and) {
        jdbc.sql("""
                        insert into ticket (id, creator_id, subject, level, priority, status, created_at,
                            first_answer_due_at, open_since, solution_due_at, touched_at)
                        values (?, gen_random_uuid(), 'x', ?, ?, 'O', ?, ?, ?, ?, ?)
                        """)
                .params(SqlValues.of(
                        id,
                        level,
                        priority,
                        Instant.parse(openedAt),
                        Instant.parse(openedAt),
                        Instant.parse(openedAt),
                        Instant.parse(openedAt),
                        Instant.parse(openedAt)))
                .update();
        jdbc.sql("update ticket set %s where id = %d".formatted(and, id)).update();
    }

    private void holds(UUID staff, long ticket, String status) {
        jdbc.sql("""
                        insert into assignment (ticket_id, staff_id, started_at, last_activity_at, status)
                        values (?, ?, now(), now(), ?)
                        """)
                .params(ticket, staff, status)
                .update();
    }

    private void did(UUID staff, String action, String at) {
        jdbc.sql("insert into ticket_log (ticket_id, actor_id, action, detail, at) values (1, ?, ?, 'x', ?)")
                .params(SqlValues.of(staff, action, Instant.parse(at)))
                .update();
    }

    /** The first three are of one day in Budapest, one of which was still the day before in Greenwich. */
    private TicketStatistics statistics(Period period) {
        String notOpen = "open_since = null, solution_due_at = null, status = ";
        ticket(
                1,
                "2",
                "H",
                "2026-06-01T07:00:00Z",
                notOpen + "'S', open_seconds = 36000, reopened = 1, first_answer_at = '2026-06-01T15:25:00Z',"
                        + " first_answer_breached_at = '2026-06-01T15:00:00Z'");
        ticket(
                2,
                "1",
                "H",
                "2026-06-01T10:00:00Z",
                notOpen + "'C', open_seconds = 100, first_answer_at = '2026-06-01T10:30:00Z',"
                        + " closed_at = '2026-06-02T22:30:00Z'");
        ticket(3, "1", "H", "2026-05-31T22:30:00Z", "first_answer_at = '2026-05-31T22:31:30Z'");
        ticket(4, "A", "N", "2026-06-02T08:00:00Z", notOpen + "'P'");
        ticket(
                5,
                "C",
                "N",
                "2026-06-02T09:00:00Z",
                notOpen + "'C', open_seconds = 59, reopened = 2, closed_at = '2026-06-02T12:00:00Z',"
                        + " first_answer_breached_at = '2026-06-02T10:00:00Z',"
                        + " solution_breached_at = '2026-06-02T11:00:00Z'");
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
        return figures.of(period);
    }

    private static Times times(
            LocalDate day, Priority priority, long tickets, String mean, String median, String ninetieth) {
        return new Times(
                day, priority, tickets, new BigDecimal(mean), new BigDecimal(median), new BigDecimal(ninetieth));
    }

    private static Breaches breaches(String target, Priority priority, long number, String percent) {
        return new Breaches(target, priority, number, new BigDecimal(percent));
    }

    @Test
    void countTicketsByDayAndAsTheyStand() {
        TicketStatistics all = statistics(EVER);

        assertThat(all.days())
                .containsExactly(
                        new Day(FIRST, 3, 0),
                        new Day(SECOND, 2, 1),
                        new Day(LocalDate.parse("2026-06-03"), 0, 1),
                        new Day(LocalDate.parse("2026-07-01"), 1, 0));
        assertThat(all.openNow())
                .containsExactly(
                        new Standing("AUTO", Priority.LOW, "OPEN", 1),
                        new Standing("AUTO", Priority.NORMAL, "PENDING", 1),
                        new Standing("SUPPORT_1", Priority.HIGH, "OPEN", 1),
                        new Standing("SUPPORT_2", Priority.HIGH, "SOLVED", 1));
    }

    @Test
    void measureAnswersAndSolutions() {
        TicketStatistics all = statistics(EVER);

        assertThat(all.firstAnswers()).containsExactly(times(FIRST, Priority.HIGH, 3, "178.8", "30.0", "505.0"));
        assertThat(all.solutions())
                .containsExactly(
                        times(FIRST, Priority.HIGH, 2, "300.8", "1.7", "600.0"),
                        times(SECOND, Priority.NORMAL, 1, "1.0", "1.0", "1.0"));
    }

    @Test
    void tellWhatWasMissed() {
        assertThat(statistics(EVER).breaches())
                .containsExactly(
                        breaches("FIRST_ANSWER", Priority.LOW, 0, "0.0"),
                        breaches("FIRST_ANSWER", Priority.NORMAL, 1, "50.0"),
                        breaches("FIRST_ANSWER", Priority.HIGH, 1, "33.3"),
                        breaches("SOLUTION", Priority.LOW, 0, "0.0"),
                        breaches("SOLUTION", Priority.NORMAL, 1, "50.0"),
                        breaches("SOLUTION", Priority.HIGH, 0, "0.0"));
    }

    @Test
    void tellHowOftenTicketsClimbedAndCameBack() {
        TicketStatistics all = statistics(EVER);

        assertThat(all.escalations())
                .containsExactly(new Step("SUPPORT_1", 4), new Step("SUPPORT_2", 2), new Step("CHIEF", 1));
        assertThat(all.reopenings()).isEqualTo(new Reopenings(3, new BigDecimal("0.50")));
    }

    @Test
    void tellWhoHasHowMuchToDo() {
        TicketStatistics all = statistics(EVER);

        assertThat(all.staff()).containsExactly(new Load(ADA, 2), new Load(BEN, 1));
        assertThat(all.assignments()).containsExactly(new Taken(FIRST, BEN, 1), new Taken(SECOND, ADA, 2));
    }

    @Test
    void areThoseOfAPeriodButForWhatIsNow() {
        TicketStatistics june = statistics(Period.of("2026-06-02T00:00:00Z", "2026-07-01T00:00:00Z"));

        assertThat(june.days())
                .containsExactly(new Day(SECOND, 2, 1), new Day(LocalDate.parse("2026-06-03"), 0, 1));
        assertThat(june.firstAnswers()).isEmpty();
        assertThat(june.solutions()).extracting(Times::day).containsExactly(SECOND);
        assertThat(june.breaches())
                .containsExactly(
                        breaches("FIRST_ANSWER", Priority.NORMAL, 1, "50.0"),
                        breaches("SOLUTION", Priority.NORMAL, 1, "50.0"));
        assertThat(june.escalations()).extracting(Step::number).containsExactly(1L, 1L, 1L);
        assertThat(june.reopenings()).isEqualTo(new Reopenings(2, new BigDecimal("1.00")));
        assertThat(june.assignments()).containsExactly(new Taken(SECOND, ADA, 1));
        assertThat(june.openNow()).hasSize(4);
        assertThat(june.staff()).hasSize(2);
    }

    @Test
    void areThereWithoutAnyTicket() {
        assertThat(figures.of(EVER))
                .isEqualTo(new TicketStatistics(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Step("SUPPORT_1", 0), new Step("SUPPORT_2", 0), new Step("CHIEF", 0)),
                        new Reopenings(0, new BigDecimal("0.00")),
                        List.of(),
                        List.of()));
    }

    @Test
    void fillATable() {
        List<TicketStatistics.Row> rows = statistics(EVER).rows();

        assertThat(rows)
                .contains(
                        row("openNow", null, "SUPPORT_2 HIGH SOLVED", "1"),
                        row("opened", FIRST, "", "3"),
                        row("closed", SECOND, "", "1"),
                        row("firstAnswerMedianMinutes", FIRST, "HIGH", "30.0"),
                        row("solutionNinetiethMinutes", FIRST, "HIGH", "600.0"),
                        row("breachedPercent", null, "FIRST_ANSWER HIGH", "33.3"),
                        row("escalated", null, "CHIEF", "1"),
                        row("reopenedPerTicket", null, "", "0.50"),
                        row("assignedNow", null, ADA.toString(), "2"),
                        row("assigned", SECOND, ADA.toString(), "2"))
                .hasSize(4 + 2 * 4 + 4 * 3 + 2 * 6 + 3 + 2 + 2 + 2);
    }

    private static TicketStatistics.Row row(
            String figure, @Nullable LocalDate day, String group, String value) {
        return new TicketStatistics.Row(figure, day, group, new BigDecimal(value));
    }
}
