package kontor.support.ticket;

import kontor.platform.Rejection;

/** Somebody else has the ticket, and the caller does not say that he takes it over (S-6). */
public final class AlreadyAssigned extends Rejection {

    AlreadyAssigned() {
        super(Kind.CONFLICT, "already-assigned", "Somebody else has the ticket; send takeOver to take it over.");
    }
}
