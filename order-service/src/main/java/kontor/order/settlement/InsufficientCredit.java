package kontor.order.settlement;

import kontor.platform.Rejection;
import kontor.platform.rejection.AmountOutOfRange;

/** The ledger has refused: the buyer's credit would lie below his debt limit (O-23, O-28). */
public final class InsufficientCredit extends Rejection {

    InsufficientCredit() {
        super(Kind.RULE_BROKEN, "insufficient-credit", "The buyer's credit would lie below the debt limit.");
    }

    /** The refusal of the ledger as the caller gets it. */
    static Rejection orOther(String code) {
        return switch (code) {
            case "insufficient-credit" -> new InsufficientCredit();
            case "amount-out-of-range" -> new AmountOutOfRange();
            case "refund-limit" -> new NothingToRefund();
            default -> new AccountMissing();
        };
    }

    /** The ledger knows of less that was paid. */
    static final class NothingToRefund extends Rejection {

        NothingToRefund() {
            super(Kind.CONFLICT, "refund-limit", "The ledger has not that much to refund.");
        }
    }

    /** A party has no account in the ledger yet. */
    static final class AccountMissing extends Rejection {

        AccountMissing() {
            super(
                    Kind.RULE_BROKEN,
                    "unknown-reference",
                    "A party of the purchase has no account yet; try again later.");
        }
    }
}
