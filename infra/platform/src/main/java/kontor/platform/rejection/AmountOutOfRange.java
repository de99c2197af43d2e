package kontor.platform.rejection;

import kontor.platform.Rejection;

/** A computed amount leaves the range of G-8. */
public final class AmountOutOfRange extends Rejection {

    public AmountOutOfRange() {
        super(
                Kind.RULE_BROKEN,
                "amount-out-of-range",
                "A computed amount lies outside -9999999999 .. 9999999999 minor units.");
    }
}
