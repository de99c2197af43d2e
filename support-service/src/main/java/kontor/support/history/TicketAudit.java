package kontor.support.history;

import kontor.platform.store.Audit;
import kontor.support.ticket.TicketFact;
import kontor.support.ticket.TicketFact.AssignmentEnded;
import kontor.support.ticket.TicketFact.TicketEscalated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Each change by staff or the System is a privileged one (G-45); what a change brings along, as the end of an
 * assignment by another, is part of it.
 */
@Component
class TicketAudit {

    private final Audit audit;

    TicketAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(TicketFact fact) {
        String action = actionOf(fact);
        if (fact.actor().isPrivileged() && !action.isEmpty()) {
            fact.actor().doing(() -> audit.record(action, "ticket", fact.ticketId()));
        }
    }

    /** Empty for what is no change of its own. */
    private static String actionOf(TicketFact fact) {
        return switch (fact) {
            case TicketFact.TicketAssigned ignored -> "take-ticket";
            case AssignmentEnded ended -> actionOf(ended);
            case TicketEscalated escalated -> actionOf(escalated);
            case TicketFact.TicketPriorityChanged ignored -> "prioritise-ticket";
            case TicketFact.TicketStatusChanged ignored -> "move-ticket";
            case TicketFact.TicketSlaBreached ignored -> "breach-ticket";
            case TicketFact.TicketClosed ignored -> "close-ticket";
            case TicketFact.TicketOpened ignored -> "";
            case TicketFact.TicketAnswered ignored -> "";
        };
    }

    private static String actionOf(AssignmentEnded ended) {
        return switch (ended.cause()) {
            case RELEASED -> "release-ticket";
            case LEVEL_LOST, IDLE -> "end-assignment";
            case TAKEN_OVER, ESCALATED, CLOSED -> "";
        };
    }

    private static String actionOf(TicketEscalated escalated) {
        return switch (escalated.cause()) {
            case ESCALATED, AUTO_ANSWER_FAILED, URGENT -> "escalate-ticket";
            case HUMAN_ASKED, TAKEN, BREACHED -> "";
        };
    }
}
