package kontor.order.purchase;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import kontor.decision.Decided;
import kontor.order.address.Address;
import kontor.order.decision.ActionInProgress;
import kontor.order.purchase.LockedPurchase.Action;
import kontor.order.purchase.LockedPurchase.Pending;
import kontor.order.purchase.LockedPurchase.Tracking;
import org.jspecify.annotations.Nullable;

/** Where a purchase stands and what it waits for, and how its facts are told and numbered. */
@MappedSuperclass
abstract class StandingPurchase extends FrozenPurchase {

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "ship_from_name"))
    @AttributeOverride(name = "street", column = @Column(name = "ship_from_street"))
    @AttributeOverride(name = "zipCode", column = @Column(name = "ship_from_zip_code"))
    @AttributeOverride(name = "city", column = @Column(name = "ship_from_city"))
    @AttributeOverride(name = "country", column = @Column(name = "ship_from_country"))
    @AttributeOverride(name = "phone", column = @Column(name = "ship_from_phone"))
    private @Nullable Address shipFrom;

    private @Nullable String trackingNumber;
    private @Nullable String sellerReference;
    private long additionalMinor;
    private long refundedMinor;
    private String status;

    @Enumerated(EnumType.STRING)
    private @Nullable Action pendingAction;

    private @Nullable Long pendingPaymentId;
    private @Nullable Long pendingAdjustmentId;

    @Column
    private @Nullable String rejectReason;

    @Column
    private @Nullable Instant askedAt;

    private @Nullable Instant openedAt;
    private @Nullable Instant paidAt;
    private @Nullable Instant shippedAt;
    private @Nullable Instant doneAt;
    private @Nullable Instant cancelledAt;

    /** The ETag: grows with each committed change. */
    private long version = 1;

    /** Counts the facts of its stream. */
    private long factVersion = 1;

    /** Already counted in this transaction. */
    @Transient
    private boolean isChanged;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected StandingPurchase() {}

    StandingPurchase(NewPurchase purchase) {
        super(purchase);
        status = PurchaseStatus.PENDING.letter();
        askedAt = purchase.submittedAt();
    }

    /** It stands there from now on. */
    void stand(PurchaseStatus to, Instant now) {
        switch (to) {
            case OPEN -> openedAt = now;
            case PAID -> paidAt = now;
            case SHIPPED -> shippedAt = now;
            case DONE -> doneAt = now;
            case CANCELLED -> cancelledAt = now;
            case PENDING, REJECTED -> {} // has no time of its own
        }
        status = to.letter();
        changed();
    }

    void sendFrom(Address address) {
        shipFrom = address;
    }

    void becauseOf(String reason) {
        rejectReason = reason;
    }

    void asked(Instant now) {
        askedAt = now;
    }

    void waitFor(Pending pending, Instant now) {
        pendingAction = pending.action();
        pendingPaymentId = pending.action() == Action.PAYMENT ? pending.id() : null;
        pendingAdjustmentId = pending.action() == Action.ADJUSTMENT ? pending.id() : null;
        asked(now);
        changed();
    }

    void waitNoLonger() {
        pendingAction = null;
        pendingPaymentId = null;
        pendingAdjustmentId = null;
        changed();
        decided();
    }

    void track(Tracking tracking) {
        trackingNumber = tracking.trackingNumber();
        sellerReference = tracking.sellerReference();
        changed();
    }

    void adjusted(Adjustment.Direction direction, long valueMinor) {
        switch (direction) {
            case REFUND -> refundedMinor += valueMinor;
            case ADDITIONAL -> additionalMinor += valueMinor;
        }
        changed();
    }

    Adjustment.Balance balance() {
        return new Adjustment.Balance(totalMinor(), additionalMinor, refundedMinor);
    }

    /** A change that callers see. */
    private void changed() {
        version += isChanged ? 0 : 1;
        isChanged = true;
    }

    /** Built at once, since a later change of the transaction must not show in it. */
    void tell(LongFunction<PurchaseFact> fact) {
        PurchaseFact told = fact.apply(++factVersion);
        announce(() -> told);
    }

    void decided() {
        announce(() -> new Decided(id()));
    }

    PurchaseBody body() {
        return body(new PurchaseBody.Standing(
                shipFrom, trackingNumber, sellerReference, status(), openedAt, paidAt, shippedAt, doneAt, cancelledAt));
    }

    /** No decision of the ledger is under way. */
    void requireFree() {
        pending().ifPresent(pending -> {
            throw new ActionInProgress(pending.action() == Action.PAYMENT ? "The payment" : "The adjustment");
        });
    }

    public Optional<Pending> pending() {
        @Nullable Long number = pendingPaymentId == null ? pendingAdjustmentId : pendingPaymentId;
        return pendingAction == null || number == null
                ? Optional.empty()
                : Optional.of(new Pending(pendingAction, number));
    }

    public Tracking tracking() {
        return new Tracking(trackingNumber, sellerReference);
    }

    public PurchaseStatus status() {
        return PurchaseStatus.of(status);
    }

    public boolean isPending() {
        return status() == PurchaseStatus.PENDING;
    }

    public long version() {
        return version;
    }
}
