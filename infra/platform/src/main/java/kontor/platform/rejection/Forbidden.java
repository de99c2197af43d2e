package kontor.platform.rejection;

import kontor.platform.Rejection;

/** The class of the caller does not allow the operation (G-20). */
public final class Forbidden extends Rejection {

    public Forbidden() {
        super(Kind.FORBIDDEN, "forbidden", "Your role does not allow this.");
    }
}
