package kontor.support.history;

import kontor.platform.store.SqlValues;
import kontor.support.ticket.TicketFact;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes one row per move into the log of its ticket (INV-22); a first answer is told by the ticket itself. */
@Component
class TicketLog {

    private final JdbcClient jdbc;

    TicketLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was done. */
    enum Action {
        OPEN,
        TAKE,
        RELEASE,
        ESCALATE,
        PRIORITY,
        STATUS,
        BREACH,
        CLOSE
    }

    @EventListener
    void on(TicketFact fact) {
        switch (fact) {
            case TicketFact.TicketOpened opened -> write(opened, Action.OPEN, "- -> OPEN");
            case TicketFact.TicketAssigned assigned ->
                write(assigned, Action.TAKE, because(assigned.staffId(), assigned.cause()));
            case TicketFact.AssignmentEnded ended ->
                write(ended, Action.RELEASE, because(ended.staffId(), ended.cause()));
            case TicketFact.TicketEscalated escalated -> write(escalated, Action.ESCALATE, climbed(escalated));
            case TicketFact.TicketPriorityChanged changed ->
                write(changed, Action.PRIORITY, move(changed.oldPriority(), changed.newPriority()));
            case TicketFact.TicketStatusChanged changed ->
                write(changed, Action.STATUS, because(move(changed.oldStatus(), changed.newStatus()), changed.cause()));
            case TicketFact.TicketSlaBreached breached ->
                write(breached, Action.BREACH, breached.target().name());
            case TicketFact.TicketClosed closed ->
                write(closed, Action.CLOSE, because(move(closed.oldStatus(), "CLOSED"), closed.cause()));
            case TicketFact.TicketAnswered ignored -> {}
        }
    }

    private static String climbed(TicketFact.TicketEscalated escalated) {
        String move = because(move(escalated.oldLevel(), escalated.newLevel()), escalated.cause());
        return escalated.reason() == null ? move : move + ": " + escalated.reason();
    }

    private static String move(Object from, Object to) {
        return "%s -> %s".formatted(from, to);
    }

    private static String because(Object what, Enum<?> cause) {
        return "%s (%s)".formatted(what, cause);
    }

    private void write(TicketFact fact, Action action, String detail) {
        jdbc.sql("insert into ticket_log (ticket_id, actor_id, action, detail, at) values (?, ?, ?, ?, ?)")
                .params(SqlValues.of(fact.ticketId(), fact.actor().actorId(), action.name(), detail, fact.at()))
                .update();
    }
}
