package kontor.support.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kontor.platform.Rejection;
import kontor.support.answer.Answer;
import kontor.support.object.TargetRef;
import kontor.support.object.TargetType;
import kontor.support.party.Viewer;
import kontor.support.promise.Priority;
import kontor.support.promise.Promised;
import kontor.support.promise.ResponseTargets;
import kontor.support.ticket.LockedTicket.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/** Tickets of no database, at any level and in any status, by the steps that lead there. */
final class Opened {

    static final Viewer CREATOR = new Viewer(new UUID(8, 1), 0);
    static final Viewer ONE = new Viewer(new UUID(8, 2), 1);
    static final Viewer OTHER = new Viewer(new UUID(8, 3), 1);
    static final Viewer TWO = new Viewer(new UUID(8, 4), 2);
    static final Viewer CHIEF = new Viewer(new UUID(8, 5), 3);
    static final Instant NINE = Instant.parse("2026-06-01T09:00:00Z");

    private static final ResponseTargets TARGETS = Promised.aroundTheClock();

    private Opened() {}

    /** So long after it was opened. */
    static Moment after(Duration time) {
        return new Moment(NINE.plus(time), TARGETS);
    }

    static Moment after(String time) {
        return after(Duration.parse(time));
    }

    /** At once. */
    static Moment now() {
        return after(Duration.ZERO);
    }

    static Ticket fresh(Priority priority) {
        Ticket ticket = new Ticket(
                new NewTicket(
                        CREATOR.memberId(),
                        "The parcel is missing",
                        "Where is it?",
                        new Answer(3L, "It takes up to ten days."),
                        new TargetRef(TargetType.PURCHASE, "501"),
                        priority,
                        NINE),
                now());
        ReflectionTestUtils.setField(ticket, "id", 71L);
        return ticket;
    }

    static Ticket fresh() {
        return fresh(Priority.NORMAL);
    }

    /** The ticket has these members of staff on it. */
    static Ticket held(Ticket ticket, Holding... holdings) {
        ticket.heldBy(List.of(holdings));
        return ticket;
    }

    static Holding active(Viewer staff) {
        return new Holding(staff.memberId(), staff.staffLevel(), Holding.Status.ACTIVE, NINE);
    }

    /** One at that level in that status, with nobody on it. */
    static Ticket in(Level level, TicketStatus status) {
        Ticket ticket = fresh();
        while (ticket.level() != level) {
            climb(ticket);
        }
        if (status != TicketStatus.OPEN) {
            ticket.move(CHIEF, status, now());
        }
        return ticket;
    }

    private static void climb(Ticket ticket) {
        if (ticket.level() == Level.AUTO) {
            ticket.askForHuman(CREATOR, now());
        } else {
            ticket.escalate(CHIEF, null, now());
        }
    }

    /** The code of the refusal, {@code done} if there was none. */
    static String outcome(Runnable step) {
        try {
            step.run();
            return "done";
        } catch (Rejection refused) {
            return refused.code();
        }
    }

    static List<TicketFact> facts(Ticket ticket) {
        @Nullable List<?> events = ReflectionTestUtils.invokeMethod(ticket, "events");
        return events == null
                ? List.of()
                : events.stream()
                        .filter(TicketFact.class::isInstance)
                        .map(TicketFact.class::cast)
                        .toList();
    }

    /** What the step told, by name. */
    static List<String> told(Ticket ticket, Runnable step) {
        int before = facts(ticket).size();
        step.run();
        List<TicketFact> all = new ArrayList<>(facts(ticket));
        return all.subList(before, all.size()).stream()
                .map(fact -> fact.getClass().getSimpleName())
                .toList();
    }
}
