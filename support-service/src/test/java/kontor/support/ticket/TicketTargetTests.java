package kontor.support.ticket;

import static kontor.support.ticket.Opened.CHIEF;
import static kontor.support.ticket.Opened.CREATOR;
import static kontor.support.ticket.Opened.NINE;
import static kontor.support.ticket.Opened.ONE;
import static kontor.support.ticket.Opened.TWO;
import static kontor.support.ticket.Opened.active;
import static kontor.support.ticket.Opened.after;
import static kontor.support.ticket.Opened.fresh;
import static kontor.support.ticket.Opened.held;
import static kontor.support.ticket.Opened.now;
import static kontor.support.ticket.Opened.outcome;
import static kontor.support.ticket.Opened.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kontor.platform.security.Caller;
import kontor.support.answer.Answer;
import kontor.support.promise.Priority;
import kontor.support.promise.Promised;
import kontor.support.promise.ResponseTargets;
import kontor.support.ticket.LockedTicket.Moment;
import kontor.support.ticket.TicketFact.TicketAnswered;
import kontor.support.ticket.TicketFact.TicketSlaBreached;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.util.ReflectionTestUtils;

/** What was promised of a ticket: the first answer and the solution in time (S-11, S-12). */
class TicketTargetTests {

    private static <T> T last(Ticket ticket, Class<T> type) {
        return type.cast(Opened.facts(ticket).getLast());
    }

    @Test
    void isAnsweredByTheFirstHumanOtherThanItsCreator() {
        Ticket ticket = fresh();

        assertThat(told(ticket, () -> {
                    ticket.written(CREATOR.memberId(), NINE, now());
                    ticket.written(Caller.SYSTEM, NINE, now());
                }))
                .isEmpty();
        assertThat(told(ticket, () -> ticket.written(ONE.memberId(), NINE.plusSeconds(5), after("PT6S"))))
                .containsExactly("TicketAnswered");
        assertThat(last(ticket, TicketAnswered.class).at()).isEqualTo(NINE.plusSeconds(5));
        assertThat(told(ticket, () -> ticket.written(TWO.memberId(), NINE.plusSeconds(9), after("PT9S"))))
                .isEmpty();
    }

    /** Example 1. */
    @Test
    void missesTheFirstAnswerOnce() {
        Ticket ticket = fresh(Priority.HIGH);
        ticket.askForHuman(CREATOR, now());

        assertThat(told(ticket, () -> ticket.miss(after("PT7H59M59S")))).isEmpty();
        assertThat(told(ticket, () -> ticket.miss(after("PT8H"))))
                .containsExactly("TicketSlaBreached", "TicketEscalated");
        assertThat(ticket.level()).isEqualTo(Level.SUPPORT_2);
        assertThat(told(ticket, () -> ticket.miss(after("PT9H")))).isEmpty();
        assertThat(told(
                        ticket,
                        () -> ticket.written(TWO.memberId(), NINE.plus(Duration.parse("PT8H25M")), after("PT8H25M"))))
                .containsExactly("TicketAnswered");
    }

    /** The job need not have come before. */
    @Test
    void missesTheFirstAnswerByAnAnswerThatIsTooLate() {
        Ticket ticket = fresh(Priority.HIGH);

        assertThat(told(
                        ticket,
                        () -> ticket.written(ONE.memberId(), NINE.plus(Duration.parse("PT8H1S")), after("PT8H2S"))))
                .containsExactly("TicketSlaBreached", "TicketEscalated", "TicketAnswered");
    }

    @Test
    void doesNotMissAnAnswerThatWasInTimeAndIsHeardOfLater() {
        Ticket ticket = fresh(Priority.HIGH);

        assertThat(told(
                        ticket,
                        () -> ticket.written(ONE.memberId(), NINE.plus(Duration.parse("PT7H59M59S")), after("PT8H3S"))))
                .containsExactly("TicketAnswered");
        assertThat(told(ticket, () -> ticket.miss(after("PT9H")))).isEmpty();
    }

    /** Example 2: 119 h in OPEN, and reopened an hour is left. */
    @Test
    void countsTheTimeInOpenOnly() {
        Ticket ticket = held(Opened.in(Level.SUPPORT_1, TicketStatus.OPEN), active(ONE));
        ticket.written(ONE.memberId(), NINE, now());
        ticket.move(ONE, TicketStatus.PENDING, after("PT30H"));
        ticket.move(ONE, TicketStatus.OPEN, after("PT130H"));
        ticket.move(ONE, TicketStatus.SOLVED, after("PT219H"));
        assertThat(ticket.openSecondsBy(after("PT300H")))
                .isEqualTo(Duration.ofHours(119).toSeconds());

        assertThat(told(ticket, () -> ticket.move(CREATOR, TicketStatus.OPEN, after("PT300H"))))
                .containsExactly("TicketStatusChanged");
        assertThat(ticket.timesReopened()).isEqualTo(1);
        assertThat(told(ticket, () -> ticket.miss(after("PT300H59M59S")))).isEmpty();
        assertThat(told(ticket, () -> ticket.miss(after("PT301H")))).startsWith("TicketSlaBreached");
        assertThat(told(ticket, () -> ticket.miss(after("PT400H")))).isEmpty();
    }

    /** S-11: targets of a new priority count from creation on, but what was answered is not judged again. */
    @Test
    void appliesTheTargetsOfANewPriorityFromCreationOn() {
        Ticket waiting = fresh();
        Ticket answered = fresh();
        answered.written(ONE.memberId(), NINE.plus(Duration.ofHours(3)), after("PT3H"));

        waiting.prioritise(CHIEF, Priority.URGENT, after("PT4H"));
        answered.prioritise(CHIEF, Priority.URGENT, after("PT4H"));

        assertThat(told(waiting, () -> waiting.miss(after("PT4H")))).contains("TicketSlaBreached");
        assertThat(told(answered, () -> answered.miss(after("PT7H59M59S")))).isEmpty();
        assertThat(told(answered, () -> answered.miss(after("PT8H")))).contains("TicketSlaBreached");
    }

    @Test
    void climbsNoFurtherThanToTheChief() {
        Ticket ticket = Opened.in(Level.CHIEF, TicketStatus.OPEN);

        assertThat(told(ticket, () -> ticket.miss(after("PT24H")))).containsExactly("TicketSlaBreached");
        assertThat(outcome(() -> ticket.escalate(CHIEF, null, now()))).isEqualTo("not-allowed-in-state");
    }

    private static Ticket opened(Priority priority, Instant at, ResponseTargets targets) {
        NewTicket asked =
                new NewTicket(CREATOR.memberId(), "Hello", "Where is it?", new Answer(null, "?"), null, priority, at);
        Ticket ticket = new Ticket(asked, new Moment(at, targets));
        ReflectionTestUtils.setField(ticket, "id", 73L);
        return ticket;
    }

    /** Friday at four in the office: an hour of that day, and seven of Monday, whatever the clock did on Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-05T14:00:00Z, 2026-06-08T14:00:00Z",
        "2026-03-27T15:00:00Z, 2026-03-30T14:00:00Z",
        "2026-10-23T14:00:00Z, 2026-10-26T15:00:00Z",
    })
    void missesTheFirstAnswerAfterTheWeekEnd(Instant friday, Instant monday) {
        ResponseTargets office = Promised.within("Mon-Fri 09:00-17:00", "Europe/Budapest");
        Ticket ticket = opened(Priority.HIGH, friday, office);

        assertThat(told(ticket, () -> ticket.miss(new Moment(monday.minusSeconds(1), office))))
                .isEmpty();
        assertThat(told(ticket, () -> ticket.miss(new Moment(monday, office))))
                .containsExactly("TicketSlaBreached", "TicketEscalated");
        assertThat(Opened.facts(ticket))
                .filteredOn(TicketSlaBreached.class::isInstance)
                .extracting(fact -> ((TicketSlaBreached) fact).dueAt())
                .containsExactly(monday);
    }

    /** The same around the clock: a day is 24 hours, also that of which the clock shows 23 or 25. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T11:00:00Z, 2026-03-29T11:00:00Z",
        "2026-10-24T10:00:00Z, 2026-10-25T10:00:00Z",
    })
    void missesTheFirstAnswerAfterADayHoweverLongTheClockShowsIt(Instant saturday, Instant sunday) {
        ResponseTargets always = Promised.within("always", "Europe/Budapest");
        Ticket ticket = opened(Priority.NORMAL, saturday, always);

        assertThat(told(ticket, () -> ticket.miss(new Moment(sunday.minusSeconds(1), always))))
                .isEmpty();
        assertThat(told(ticket, () -> ticket.miss(new Moment(sunday, always)))).startsWith("TicketSlaBreached");
    }

    /** URGENT: eight hours of the office, of which a week-end has none, and a pause on Monday takes none. */
    @Test
    void missesTheSolutionAfterHoursOfTheOffice() {
        ResponseTargets office = Promised.within("Mon-Fri 09:00-17:00", "Europe/Budapest");
        Ticket ticket = opened(Priority.URGENT, Instant.parse("2026-03-27T13:00:00Z"), office);
        ticket.written(ONE.memberId(), Instant.parse("2026-03-27T13:01:00Z"), moment("2026-03-27T13:01:00Z", office));

        ticket.move(CHIEF, TicketStatus.PENDING, moment("2026-03-30T08:00:00Z", office));
        assertThat(ticket.openSecondsBy(moment("2026-03-30T09:00:00Z", office)))
                .isEqualTo(Duration.ofHours(4).toSeconds());
        ticket.move(CREATOR, TicketStatus.OPEN, moment("2026-03-30T11:00:00Z", office));

        assertThat(told(ticket, () -> ticket.miss(moment("2026-03-30T14:59:59Z", office))))
                .isEmpty();
        assertThat(told(ticket, () -> ticket.miss(moment("2026-03-30T15:00:00Z", office))))
                .startsWith("TicketSlaBreached");
    }

    private static Moment moment(String at, ResponseTargets targets) {
        return new Moment(Instant.parse(at), targets);
    }
}
