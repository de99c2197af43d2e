package kontor.ledger.receivable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.Posting;
import kontor.ledger.account.TransferKind;
import kontor.platform.AggregateRoot;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an invoice demands and what is paid of it (L-31); its row is locked while anything of it changes. */
@Entity
class Receivable extends AggregateRoot {

    @Id
    private long invoiceId;

    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private long customerId;

    @Column(updatable = false)
    private long grossMinor;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.LOCAL_DATE)
    private LocalDate paymentDeadline;

    private long paidMinor;

    /** What may be paid in all: the gross sum, and after a cancellation no more than was paid then. */
    private long mostMinor;

    private boolean cancelled;

    /** Counts the facts of its stream. */
    private long version = 1;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Receivable() {}

    Receivable(IssuedInvoice invoice) {
        invoiceId = invoice.invoiceId();
        number = invoice.number();
        customerId = invoice.customerId();
        grossMinor = invoice.grossMinor();
        mostMinor = grossMinor;
        paymentDeadline = invoice.paymentDeadline();
        announce(() -> new ReceivableFact.ReceivableOpened(
                invoiceId, number, customerId, grossMinor, paidMinor, paymentDeadline, version));
    }

    /** Nothing is owed any more; what was paid may be paid back. */
    void close() {
        cancelled = true;
        mostMinor = paidMinor;
        version++;
        announce(() -> new ReceivableFact.ReceivableClosed(
                invoiceId, number, customerId, grossMinor, paidMinor, paymentDeadline, version));
    }

    /** Takes in money, or pays it back if below 0; {@code payment-out-of-range} unless there is room for it. */
    InvoicePayment pay(Paying.RecordPayment command, Instant now) {
        if (cancelled && command.amount().minor() > 0) {
            throw new PaymentOutOfRange();
        }
        change(command.amount().minor());
        InvoicePayment payment = new InvoicePayment(command, now);
        announce(() -> new ReceivableFact.InvoicePaymentRecorded(state(payment, command.adminId())));
        return payment;
    }

    /** Any number of times, to and fro, as long as there is room for the sum. */
    void switchOver(InvoicePayment payment, boolean toRevoked, UUID adminId) {
        payment.requireOther(toRevoked);
        change(toRevoked ? -payment.amountMinor() : payment.amountMinor());
        payment.switchTo(toRevoked);
        announce(() -> toRevoked
                ? new ReceivableFact.InvoicePaymentRevoked(state(payment, adminId))
                : new ReceivableFact.InvoicePaymentReapplied(state(payment, adminId)));
    }

    private void change(long minor) {
        long changed = paidMinor + minor;
        if (changed < 0 || changed > mostMinor) {
            throw new PaymentOutOfRange(paidMinor, mostMinor);
        }
        paidMinor = changed;
        version++;
    }

    private ReceivableFact.PaymentState state(InvoicePayment payment, UUID actorId) {
        return new ReceivableFact.PaymentState(
                invoiceId,
                payment.id(),
                number,
                customerId,
                payment.amountMinor(),
                payment.receivedOn(),
                grossMinor,
                paidMinor,
                paymentDeadline,
                actorId,
                version);
    }

    /** What takes back the posting of the invoice. */
    Posting cancellation(Instant at, Instant bookedAt) {
        return Posting.of(TransferKind.INVOICE_CANCELLED, reference(invoiceId, 2), at, bookedAt);
    }

    static String reference(long invoiceId, int number) {
        return "invoice:%d:%d".formatted(invoiceId, number);
    }

    CommunityAccount account() {
        return CommunityAccount.receivable(customerId);
    }

    boolean isCancelled() {
        return cancelled;
    }

    long paidMinor() {
        return paidMinor;
    }
}
