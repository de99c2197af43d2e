package kontor.ledger.deposit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.LockedAccount;
import kontor.ledger.account.Money;
import kontor.ledger.account.Posting;
import kontor.ledger.account.TransferKind;
import kontor.ledger.community.CommunityFact;
import kontor.platform.AggregateRoot;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.NotAllowedInState;
import org.jspecify.annotations.Nullable;

/**
 * Money paid in, or out if below zero; never edited, only switched (L-15). The member's account is locked meanwhile.
 */
@Entity
class Deposit extends AggregateRoot {

    private static final UUID NOBODY = new UUID(0, 0);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Instant at = Instant.EPOCH;

    @Column(updatable = false)
    private UUID memberId = NOBODY;

    @Column(updatable = false)
    private UUID byAdminId = NOBODY;

    @Column(updatable = false)
    private long amountMinor;

    @Column(updatable = false)
    private String comment = "";

    @Column(updatable = false)
    private @Nullable Long batchId;

    @Column(updatable = false)
    private @Nullable String externalSource;

    @Column(updatable = false)
    private @Nullable String externalId;

    private boolean revoked;

    @Enumerated(EnumType.STRING)
    private DepositStatus status = DepositStatus.BOOKED;

    private @Nullable UUID decidedBy;

    private @Nullable Instant decidedAt;

    /** Counts the facts of its stream. */
    private long version = 1;

    protected Deposit() {}

    Deposit(UUID memberId, DepositTerms.Terms terms) {
        this.memberId = memberId;
        byAdminId = terms.adminId();
        amountMinor = terms.amount().minor();
        comment = terms.comment();
        batchId = terms.batchId();
        at = terms.at();
        if (terms.isPending()) {
            status = DepositStatus.PENDING;
            announce(() ->
                    new DepositFact.DepositRequested(id(), memberId, amountMinor, byAdminId, at, batchId, version));
        } else {
            announceBooked();
        }
    }

    /** As another shop booked it, whatever its amount (G-40). */
    Deposit(CommunityFact.Deposited fact, String source) {
        this(
                fact.memberId(),
                new DepositTerms.Terms(
                        fact.byAdminId(), new Money(fact.amountMinor()), fact.comment(), null, false, fact.at()));
        externalSource = source;
        externalId = fact.externalId();
    }

    /** Only another admin may agree, and only once (L-17). */
    void decide(UUID adminId, boolean isApproved, Instant now) {
        if (adminId.equals(byAdminId)) {
            throw new SecondAdminRequired();
        }
        if (status != DepositStatus.PENDING) {
            throw new NotAllowedInState("The deposit is decided already.");
        }
        decidedBy = adminId;
        decidedAt = now;
        version++;
        if (isApproved) {
            status = DepositStatus.BOOKED;
            announceBooked();
        } else {
            status = DepositStatus.REJECTED;
            announce(() -> new DepositFact.DepositRejected(
                    id(), memberId, amountMinor, byAdminId, at, batchId, adminId, now, version));
        }
    }

    /** Any number of times, to and fro (L-15). */
    void switchTo(boolean toRevoked, UUID adminId, Instant now) {
        if (status != DepositStatus.BOOKED) {
            throw new NotAllowedInState("The deposit is not booked.");
        }
        if (revoked == toRevoked) {
            throw new AlreadyInState(revoked ? "The deposit is revoked" : "The deposit is booked");
        }
        revoked = toRevoked;
        version++;
        announce(() -> revoked
                ? new DepositFact.DepositRevoked(
                        id(), memberId, amountMinor, byAdminId, at, batchId, adminId, now, version)
                : new DepositFact.DepositReapplied(
                        id(), memberId, amountMinor, byAdminId, at, batchId, adminId, now, version));
    }

    /** What is to be posted after the last change: CASH -a, MEMBER +a, or the reverse. */
    Posting posting(LockedAccount account, Instant bookedAt) {
        Posting booking = Posting.of(kind(), reference(bookings()), at, bookedAt)
                .debit(CommunityAccount.CASH, new Money(amountMinor))
                .credit(account, new Money(amountMinor));
        return revoked ? booking.turned().reversing(reference(bookings() - 1)) : booking;
    }

    private TransferKind kind() {
        if (revoked) {
            return TransferKind.DEPOSIT_REVOKED;
        }
        return bookings() == 1 ? TransferKind.DEPOSIT : TransferKind.DEPOSIT_REAPPLIED;
    }

    /** A request and its decision are no bookings of their own. */
    private long bookings() {
        return decidedBy == null ? version : version - 1;
    }

    private String reference(long booking) {
        return "deposit:%d:%d".formatted(id(), booking);
    }

    private void announceBooked() {
        announce(() -> new DepositFact.DepositBooked(
                id(), memberId, amountMinor, byAdminId, at, batchId, decidedBy, decidedAt, version));
    }

    boolean isBooked() {
        return status == DepositStatus.BOOKED;
    }

    long id() {
        return Objects.requireNonNull(id, "saved deposits have an id");
    }

    UUID memberId() {
        return memberId;
    }

    DepositView view() {
        return new DepositView(
                id(),
                at,
                memberId,
                byAdminId,
                amountMinor,
                comment,
                revoked,
                status,
                decidedBy,
                decidedAt,
                batchId,
                externalSource,
                externalId,
                version);
    }
}
