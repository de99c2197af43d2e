package kontor.support.statistics;

import static kontor.support.statistics.SampleTickets.ADA;
import static kontor.support.statistics.SampleTickets.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The figures of tickets that nobody else has. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // They are only read, and tables take longer than figures.
class FiguresIT {

    private static final Period EVER = new Period(null, null);
    private static final LocalDate FIRST = LocalDate.parse("2026-06-01");
    private static final LocalDate SECOND = LocalDate.parse("2026-06-02");

    private final TestDatabase database;
    private final SampleTickets tickets;

    FiguresIT(TestDatabase database) {
        this.database = database;
        tickets = new SampleTickets(database);
    }

    @BeforeAll
    void areOfSixTickets() {
        tickets.fill();
    }

    @AfterAll
    void leaveNothingBehind() {
        tickets.close();
    }

    private TicketStatistics statistics(Period period) {
        return tickets.figures().of(period);
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
                        new Standing(Level.AUTO, Priority.LOW, TicketStatus.OPEN, 1),
                        new Standing(Level.AUTO, Priority.NORMAL, TicketStatus.PENDING, 1),
                        new Standing(Level.SUPPORT_1, Priority.HIGH, TicketStatus.OPEN, 1),
                        new Standing(Level.SUPPORT_2, Priority.HIGH, TicketStatus.SOLVED, 1));
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
                .containsExactly(new Step(Level.SUPPORT_1, 4), new Step(Level.SUPPORT_2, 2), new Step(Level.CHIEF, 1));
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

        assertThat(june.days()).containsExactly(new Day(SECOND, 2, 1), new Day(LocalDate.parse("2026-06-03"), 0, 1));
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
        try (SampleTickets none = new SampleTickets(database)) {
            assertThat(none.figures().of(EVER))
                    .isEqualTo(new TicketStatistics(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(
                                    new Step(Level.SUPPORT_1, 0),
                                    new Step(Level.SUPPORT_2, 0),
                                    new Step(Level.CHIEF, 0)),
                            new Reopenings(0, new BigDecimal("0.00")),
                            List.of(),
                            List.of()));
        }
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

    private static TicketStatistics.Row row(String figure, @Nullable LocalDate day, String group, String value) {
        return new TicketStatistics.Row(figure, day, group, new BigDecimal(value));
    }
}
