package kontor.platform.rejection;

import kontor.platform.Rejection;

/** A needed part does not answer; the call may be repeated. */
public final class Unavailable extends Rejection {

    public Unavailable(String what) {
        super(Kind.UNAVAILABLE, "unavailable", "%s is not available; try again later.".formatted(what));
    }
}
