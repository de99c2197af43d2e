package kontor.platform.rejection;

import kontor.platform.Rejection;

/** The state of the thing forbids the operation. */
public final class NotAllowedInState extends Rejection {

    public NotAllowedInState(String why) {
        super(Kind.CONFLICT, "not-allowed-in-state", why);
    }
}
