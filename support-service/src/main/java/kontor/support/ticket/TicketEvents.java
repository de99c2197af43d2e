package kontor.support.ticket;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tickets to {@code kontor.support.ticket.v1}: a stream per ticket. */
@Component
class TicketEvents {

    private static final String TICKETS = "kontor.support.ticket.v1";

    private final Outbox outbox;

    TicketEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(TicketFact fact) {
        fact.actor().doing(() -> outbox.append(TICKETS, fact.ticketId(), fact.version(), fact));
    }
}
