package kontor.support.opening;

import kontor.decision.Decisions;
import kontor.decision.Wait;
import kontor.support.queue.TicketViews;
import org.springframework.stereotype.Component;

/** Takes a ticket, waits for chat to open its conversation, and says what there is (G-29). */
@Component
class TicketDesk {

    private final Opening opening;
    private final Decisions decisions;
    private final TicketViews views;

    TicketDesk(Opening opening, Decisions decisions, TicketViews views) {
        this.opening = opening;
        this.decisions = decisions;
        this.views = views;
    }

    OpenedTicket take(OpenTicket command, Wait wait) {
        OpenedTicket opened = opening.open(command);
        if (opened.isAnswered()) {
            return opened;
        }
        decisions.await(opened.ticketId(), wait.limit(), () -> views.isLinked(opened.ticketId()));
        return opening.answer(command, opened, views.one(opened.ticketId(), command.creator()));
    }
}
