package kontor.reporting.support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import kontor.reporting.support.Ticket.Assigned;
import org.springframework.stereotype.Component;

/** Tickets as they stand (section 9); what is counted by day and priority is under the priority of now. */
@Component
final class Tickets implements Subject<Ticket> {

    public static final Figure PER_DAY = Figure.of("tickets").by("day").measuring("opened", "closed");
    public static final Figure OPEN = Figure.of("tickets-open").by("level", "priority", "status");
    public static final Figure BY_PRIORITY = Figure.of("tickets-by-priority").by("day", "priority");

    /** Keeps each time apart, so that a median can be had. */
    public static final Figure FIRST_ANSWERS = Figure.of("ticket-first-answers").by("day", "priority", "microseconds");

    public static final Figure SOLUTIONS = Figure.of("ticket-solutions").by("day", "priority", "microseconds");
    public static final Figure BREACHES = Figure.of("ticket-breaches").by("day", "target", "priority");
    public static final Figure ESCALATIONS = Figure.of("ticket-escalations").by("day", "level");
    public static final Figure REOPENINGS =
            Figure.of("ticket-reopenings").by("day").measuring("tickets", "reopened");
    public static final Figure LOAD = Figure.of("staff-load").by("staffId");
    public static final Figure TAKEN = Figure.of("staff-taken").by("day", "staffId");

    private static final List<String> LEVELS = List.of("AUTO", "SUPPORT_1", "SUPPORT_2", "CHIEF");
    private static final long MICROS_OF_SECOND = 1_000_000;

    private final Days days;

    public Tickets(Days days) {
        this.days = days;
    }

    /** What is used of TicketOpened. */
    record Opened(String level, String priority, Instant at) {}

    /** What is used of TicketAnswered. */
    record Answered(Instant at) {}

    /** What is used of TicketStatusChanged. */
    record StatusChanged(String newStatus, long openSeconds, long reopened) {}

    /** What is used of TicketClosed. */
    record Closed(long openSeconds, long reopened, Instant at) {}

    record Escalated(String newLevel) {}

    record PriorityChanged(String newPriority) {}

    record Breached(String target) {}

    @Override
    public String name() {
        return "ticket";
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.support.ticket.v1");
    }

    @Override
    public Ticket begin() {
        return Ticket.UNKNOWN;
    }

    @Override
    public Ticket apply(String id, Ticket ticket, Message fact) {
        return switch (fact.type()) {
            case "kontor.support.ticket-opened.v1" -> {
                Opened opened = fact.as(Opened.class);
                yield ticket.opened(opened.level(), opened.priority(), opened.at());
            }
            case "kontor.support.ticket-answered.v1" ->
                ticket.answered(fact.as(Answered.class).at());
            case "kontor.support.ticket-status-changed.v1" -> {
                StatusChanged changed = fact.as(StatusChanged.class);
                yield ticket.moved(changed.newStatus(), changed.openSeconds(), changed.reopened());
            }
            case "kontor.support.ticket-closed.v1" -> {
                Closed closed = fact.as(Closed.class);
                yield ticket.moved("CLOSED", closed.openSeconds(), closed.reopened())
                        .closed(closed.at());
            }
            case "kontor.support.ticket-escalated.v1" ->
                ticket.level(fact.as(Escalated.class).newLevel());
            case "kontor.support.ticket-priority-changed.v1" ->
                ticket.priority(fact.as(PriorityChanged.class).newPriority());
            case "kontor.support.ticket-sla-breached.v1" ->
                ticket.breached(fact.as(Breached.class).target());
            case "kontor.support.ticket-assigned.v1" -> ticket.assigned(fact.as(Assigned.class));
            case "kontor.support.assignment-ended.v1" ->
                ticket.ended(fact.as(Assigned.class).staffId());
            default -> ticket;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Ticket ticket) {
        List<Contribution> all = new ArrayList<>();
        Instant openedAt = ticket.openedAt();
        if (openedAt == null) {
            return all;
        }
        String day = days.day(openedAt);
        all.add(PER_DAY.at(day).adds(1, 0));
        all.add(BY_PRIORITY.at(day, ticket.priority()).adds(1));
        all.add(REOPENINGS.at(day).adds(1, ticket.reopened()));
        if (ticket.closedAt() != null) {
            all.add(PER_DAY.at(days.day(ticket.closedAt())).adds(0, 1));
        } else {
            all.add(OPEN.at(ticket.level(), ticket.priority(), ticket.status()).adds(1));
        }
        times(all, day, openedAt, ticket);
        for (String target : new TreeSet<>(ticket.breaches())) {
            all.add(BREACHES.at(day, target, ticket.priority()).adds(1));
        }
        // It begins at AUTO and climbs a step at a time (S-4).
        LEVELS.subList(1, LEVELS.indexOf(ticket.level()) + 1)
                .forEach(level -> all.add(ESCALATIONS.at(day, level).adds(1)));
        ticket.holders().forEach(staff -> all.add(LOAD.at(staff).adds(1)));
        ticket.taken()
                .forEach(one ->
                        all.add(TAKEN.at(days.day(one.at()), one.staffId()).adds(1)));
        return all;
    }

    private static void times(List<Contribution> all, String day, Instant openedAt, Ticket ticket) {
        Instant answeredAt = ticket.answeredAt();
        if (answeredAt != null) {
            Duration wait = Duration.between(openedAt, answeredAt);
            all.add(FIRST_ANSWERS
                    .at(day, ticket.priority(), wait.toNanos() / 1_000)
                    .adds(1));
        }
        if (ticket.status().equals("SOLVED") || ticket.status().equals("CLOSED")) {
            all.add(SOLUTIONS
                    .at(day, ticket.priority(), ticket.openSeconds() * MICROS_OF_SECOND)
                    .adds(1));
        }
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                PER_DAY, OPEN, BY_PRIORITY, FIRST_ANSWERS, SOLUTIONS, BREACHES, ESCALATIONS, REOPENINGS, LOAD, TAKEN);
    }
}
