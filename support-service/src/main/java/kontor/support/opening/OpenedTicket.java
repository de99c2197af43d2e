package kontor.support.opening;

import java.util.Objects;
import kontor.support.queue.TicketView;
import org.jspecify.annotations.Nullable;

/**
 * What a key gets: the ticket as it was when the caller got his answer.
 *
 * @param ticket null until then, as after a crash in between
 */
record OpenedTicket(long ticketId, @Nullable TicketView ticket) {

    static OpenedTicket open(long ticketId) {
        return new OpenedTicket(ticketId, null);
    }

    OpenedTicket answered(TicketView shown) {
        return new OpenedTicket(ticketId, shown);
    }

    boolean isAnswered() {
        return ticket != null;
    }

    TicketView shown() {
        return Objects.requireNonNull(ticket, "nothing was answered yet");
    }

    boolean isLinked() {
        return shown().conversationId() != null;
    }
}
