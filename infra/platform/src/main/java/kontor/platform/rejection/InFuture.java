package kontor.platform.rejection;

import kontor.platform.Rejection;

/** A time that must lie in the past does not (G-15). */
public final class InFuture extends Rejection {

    public InFuture() {
        super(Kind.RULE_BROKEN, "in-future", "The time lies in the future.");
    }
}
