package kontor.platform.rejection;

import kontor.platform.Rejection;

/** Something else still needs the thing. */
public final class InUse extends Rejection {

    public InUse(String why) {
        super(Kind.CONFLICT, "in-use", why);
    }
}
