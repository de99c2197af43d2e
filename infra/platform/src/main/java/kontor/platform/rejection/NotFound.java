package kontor.platform.rejection;

import kontor.platform.Rejection;

/** The addressed thing does not exist for this caller; a foreign one answers the same (G-20). */
public final class NotFound extends Rejection {

    public NotFound() {
        super(Kind.NOT_FOUND, "not-found", "There is no such thing, or it is not yours.");
    }
}
