package kontor.identity.state;

import kontor.platform.Rejection;

/** A right that is exercised by logging in needs a log-in. */
public final class LogInRequired extends Rejection {

    public LogInRequired() {
        super(Kind.RULE_BROKEN, "log-in-required", "This member cannot log in; give him a log-in first.");
    }
}
