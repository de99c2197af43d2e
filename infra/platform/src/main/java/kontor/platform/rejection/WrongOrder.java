package kontor.platform.rejection;

import kontor.platform.Rejection;

/** Start is not before end. */
public final class WrongOrder extends Rejection {

    public WrongOrder() {
        super(Kind.RULE_BROKEN, "wrong-order", "The start must lie before the end.");
    }
}
