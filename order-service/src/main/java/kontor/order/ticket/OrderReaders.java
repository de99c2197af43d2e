package kontor.order.ticket;

import kontor.order.party.Owner;
import kontor.platform.security.Caller;
import org.springframework.stereotype.Component;

/** Whose orders somebody reads: those he may change, and those that his tickets are about (G-23). */
@Component
public class OrderReaders {

    private final TicketAssignments tickets;

    OrderReaders(TicketAssignments tickets) {
        this.tickets = tickets;
    }

    /** Nobody but staff is asked for tickets, so that customers wait for none. */
    public Owner of(Caller caller, long orderId) {
        boolean isAssigned = caller.staffLevel() > 0 && tickets.has(caller.memberId(), TicketTarget.ORDER, orderId);
        return isAssigned ? Owner.ANY : Owner.of(caller);
    }
}
