package kontor.support.ticket;

import kontor.platform.Rejection;

/** Nobody works on a ticket that he has opened himself (S-6). */
public final class OwnTicket extends Rejection {

    OwnTicket() {
        super(Kind.FORBIDDEN, "own-ticket", "You have opened this ticket; leave it to a colleague.");
    }
}
