package kontor.ledger.receivable;

import kontor.platform.Rejection;

/** The sum of all payments would leave the range that the invoice allows (L-31). */
final class PaymentOutOfRange extends Rejection {

    PaymentOutOfRange(long paidMinor, long mostMinor) {
        super(
                Kind.RULE_BROKEN,
                "payment-out-of-range",
                "Paid are %d; all payments together have to stay within 0 and %d.".formatted(paidMinor, mostMinor));
    }

    PaymentOutOfRange() {
        super(Kind.RULE_BROKEN, "payment-out-of-range", "The invoice is cancelled: money can only be paid back.");
    }
}
