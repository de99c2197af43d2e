package kontor.ledger.receivable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.Money;
import kontor.ledger.account.Posting;
import kontor.ledger.account.TransferKind;
import kontor.platform.rejection.AlreadyInState;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Money for an invoice; never edited, only switched. The receivable's lock is its own too. */
@Entity
class InvoicePayment {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private long invoiceId;

    @Column(updatable = false)
    private long amountMinor;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.LOCAL_DATE)
    private LocalDate receivedOn;

    @Column(updatable = false)
    private @Nullable String comment;

    @Column(updatable = false)
    private UUID byAdminId;

    @Column(updatable = false)
    private Instant at;

    private boolean revoked;

    /** Counts the bookings: the first, and each switch. */
    private long version = 1;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected InvoicePayment() {}

    InvoicePayment(Paying.RecordPayment command, Instant now) {
        invoiceId = command.invoiceId();
        amountMinor = command.amount().minor();
        receivedOn = command.receivedOn();
        comment = command.comment();
        byAdminId = command.adminId();
        at = now;
    }

    /** {@code already-in-state} if it is switched so. */
    void requireOther(boolean toRevoked) {
        if (revoked == toRevoked) {
            throw new AlreadyInState(revoked ? "The payment is revoked" : "The payment is booked");
        }
    }

    void switchTo(boolean toRevoked) {
        revoked = toRevoked;
        version++;
    }

    /** What is to be posted after the last change: CASH -a, RECEIVABLE +a, or the reverse. */
    Posting posting(CommunityAccount receivable, Instant bookedAt) {
        Posting booking = Posting.of(kind(), reference(version), at, bookedAt)
                .debit(CommunityAccount.CASH, new Money(amountMinor))
                .credit(receivable, new Money(amountMinor));
        return revoked ? booking.turned().reversing(reference(version - 1)) : booking;
    }

    private TransferKind kind() {
        if (revoked) {
            return TransferKind.PAYMENT_REVOKED;
        }
        return version == 1 ? TransferKind.PAYMENT : TransferKind.PAYMENT_REAPPLIED;
    }

    private String reference(long booking) {
        return "payment:%d:%d".formatted(id(), booking);
    }

    long id() {
        return Objects.requireNonNull(id, "saved payments have an id");
    }

    long amountMinor() {
        return amountMinor;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    InvoicePaymentView view() {
        return new InvoicePaymentView(
                id(), invoiceId, amountMinor, receivedOn, comment, byAdminId, revoked, at, version);
    }
}
