package kontor.support.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kontor.support.promise.Priority;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * Tickets in numbers (reporting.md, section 9). What is counted by day is of the period, days being those of the
 * business zone; a ticket counts under the priority that it has now.
 *
 * @param openNow tickets that are not closed, whenever opened
 * @param firstAnswers minutes from opening to the first answer, of tickets that have one
 * @param solutions minutes in OPEN, of tickets that are SOLVED or CLOSED
 * @param escalations tickets opened in the period, by the levels they have climbed to
 * @param staff who has tickets now
 * @param assignments how many tickets were taken, by day and staff
 */
record TicketStatistics(
        List<Standing> openNow,
        List<Day> days,
        List<Times> firstAnswers,
        List<Times> solutions,
        List<Breaches> breaches,
        List<Step> escalations,
        Reopenings reopenings,
        List<Load> staff,
        List<Taken> assignments) {

    /** How many tickets stand so. */
    record Standing(Level level, Priority priority, TicketStatus status, long number) {}

    /** How many tickets were opened and closed on it. */
    record Day(LocalDate day, long opened, long closed) {}

    /**
     * How long it took, in minutes with one decimal, half up; of all that were opened on that day.
     *
     * @param medianMinutes what half of them did not exceed
     * @param ninetiethMinutes what nine in ten of them did not exceed
     */
    record Times(
            LocalDate day,
            Priority priority,
            long tickets,
            BigDecimal meanMinutes,
            BigDecimal medianMinutes,
            BigDecimal ninetiethMinutes) {}

    /** How often a target was missed, and by which share of the tickets, in percent with one decimal, half up. */
    record Breaches(String target, Priority priority, long number, BigDecimal percent) {}

    /** How many tickets have climbed to this level. */
    record Step(Level level, long number) {}

    /** How often tickets were opened again; per ticket with two decimals, half up. */
    record Reopenings(long number, BigDecimal perTicket) {}

    /** How many tickets somebody has now. */
    record Load(UUID staffId, long assignedNow) {}

    /** How many tickets somebody took on that day. */
    record Taken(LocalDate day, UUID staffId, long number) {}

    /**
     * A figure as a row of a table.
     *
     * @param day null where the figure is of no day
     * @param group whose it is, such as a priority; empty where it is of all tickets
     */
    record Row(String figure, @Nullable LocalDate day, String group, BigDecimal value) {

        private static Row of(String figure, @Nullable LocalDate day, Object group, long value) {
            return new Row(figure, day, group.toString(), BigDecimal.valueOf(value));
        }
    }

    List<Row> rows() {
        return Stream.of(
                        all(openNow, TicketStatistics::ofStanding),
                        days.stream().flatMap(TicketStatistics::ofDay),
                        firstAnswers.stream().flatMap(times -> ofTimes("firstAnswer", times)),
                        solutions.stream().flatMap(times -> ofTimes("solution", times)),
                        breaches.stream().flatMap(TicketStatistics::ofBreaches),
                        all(escalations, step -> Row.of("escalated", null, step.level(), step.number())),
                        Stream.of(
                                Row.of("reopened", null, "", reopenings.number()),
                                new Row("reopenedPerTicket", null, "", reopenings.perTicket())),
                        all(staff, load -> Row.of("assignedNow", null, load.staffId(), load.assignedNow())),
                        all(assignments, taken -> Row.of("assigned", taken.day(), taken.staffId(), taken.number())))
                .flatMap(Function.identity())
                .toList();
    }

    private static <T> Stream<Row> all(List<T> figures, Function<T, Row> row) {
        return figures.stream().map(row);
    }

    private static Row ofStanding(Standing is) {
        return Row.of("openNow", null, "%s %s %s".formatted(is.level(), is.priority(), is.status()), is.number());
    }

    private static Stream<Row> ofDay(Day day) {
        return Stream.of(Row.of("opened", day.day(), "", day.opened()), Row.of("closed", day.day(), "", day.closed()));
    }

    private static Stream<Row> ofBreaches(Breaches breaches) {
        String group = "%s %s".formatted(breaches.target(), breaches.priority());
        return Stream.of(
                Row.of("breached", null, group, breaches.number()),
                new Row("breachedPercent", null, group, breaches.percent()));
    }

    private static Stream<Row> ofTimes(String what, Times times) {
        String priority = times.priority().name();
        return Stream.of(
                Row.of(what + "Tickets", times.day(), priority, times.tickets()),
                new Row(what + "MeanMinutes", times.day(), priority, times.meanMinutes()),
                new Row(what + "MedianMinutes", times.day(), priority, times.medianMinutes()),
                new Row(what + "NinetiethMinutes", times.day(), priority, times.ninetiethMinutes()));
    }
}
