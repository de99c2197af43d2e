package kontor.identity.verification;

import kontor.platform.Rejection;

/** A member is verified exactly once. */
public final class AlreadyVerified extends Rejection {

    public AlreadyVerified() {
        super(Kind.CONFLICT, "already-verified", "This member is verified already; change his rank instead.");
    }
}
