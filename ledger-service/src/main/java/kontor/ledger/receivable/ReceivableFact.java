package kontor.ledger.receivable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;

/** What happened to a receivable, told as it stands then; the version orders its stream and travels beside the body. */
sealed interface ReceivableFact {

    long invoiceId();

    long version();

    /** An invoice was issued; the customer owes its gross sum. */
    record ReceivableOpened(
            long invoiceId,
            String number,
            long customerId,
            long grossMinor,
            long paidMinor,
            LocalDate paymentDeadline,
            @JsonIgnore long version)
            implements ReceivableFact {}

    /** The invoice was cancelled; what was paid may be paid back. */
    record ReceivableClosed(
            long invoiceId,
            String number,
            long customerId,
            long grossMinor,
            long paidMinor,
            LocalDate paymentDeadline,
            @JsonIgnore long version)
            implements ReceivableFact {}

    /** Something happened to a payment. */
    sealed interface OfPayment extends ReceivableFact {

        PaymentState state();

        @Override
        default long invoiceId() {
            return state().invoiceId();
        }

        @Override
        default long version() {
            return state().version();
        }
    }

    /** Money came in, or went back. */
    record InvoicePaymentRecorded(@JsonUnwrapped PaymentState state) implements OfPayment {}

    /** A payment is switched off. */
    record InvoicePaymentRevoked(@JsonUnwrapped PaymentState state) implements OfPayment {}

    /** A revoked payment is switched on again. */
    record InvoicePaymentReapplied(@JsonUnwrapped PaymentState state) implements OfPayment {}

    /** The payment, and where its receivable stands with it. */
    record PaymentState(
            long invoiceId,
            long paymentId,
            String number,
            long customerId,
            long amountMinor,
            LocalDate receivedOn,
            long grossMinor,
            long paidMinor,
            LocalDate paymentDeadline,
            UUID actorId,
            @JsonIgnore long version) {}
}
