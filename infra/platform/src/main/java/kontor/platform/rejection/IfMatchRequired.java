package kontor.platform.rejection;

import kontor.platform.Rejection;

/** An edit without If-Match (G-27). */
public final class IfMatchRequired extends Rejection {

    public IfMatchRequired() {
        super(Kind.CONDITION_MISSING, "if-match-required", "Send If-Match with the ETag you last read.");
    }
}
