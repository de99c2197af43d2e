package kontor.ledger.account;

import kontor.platform.Rejection;

/** The credit after the booking would lie below the debt limit (L-3). */
public final class InsufficientCredit extends Rejection {

    public InsufficientCredit() {
        super(Kind.RULE_BROKEN, "insufficient-credit", "The credit after this would lie below the debt limit.");
    }
}
