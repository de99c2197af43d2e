package kontor.order.purchase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kontor.order.address.Address;
import kontor.order.party.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A purchase whose row is locked until the transaction ends, so that what is decided on it holds. What it says is kept
 * by {@link PurchaseBook#keep}. The right to a step is judged before the state. Refusals: {@code forbidden}, {@code
 * already-in-state}, {@code not-allowed-in-state}, {@code action-in-progress}.
 */
public interface LockedPurchase {

    long id();

    UUID buyerId();

    UUID sellerId();

    PurchaseStatus status();

    long version();

    Instant submittedAt();

    /** The listing of the first line, whose sender's address counts (O-20). */
    long firstListingId();

    /** What the ledger decides at the moment. */
    Optional<Pending> pending();

    /** A decision of the ledger that is under way: the payment, or the adjustment, of this id (O-23). */
    record Pending(Action action, long id) {}

    /** What the ledger decides. */
    enum Action {
        PAYMENT,
        ADJUSTMENT
    }

    boolean isPending();

    /** The catalog has reserved all lines; without effect on a purchase that is decided already. */
    void accept(Address from, Instant now);

    /** Nothing is reserved; without effect on a purchase that is decided already. */
    void reject(String code, List<PurchaseFact.Failure> failures);

    /** Asks the catalog once more. */
    void askAgain(Instant now);

    /** Asks the ledger for the total: buyers for their own, admins for what came in from outside (O-23). */
    void pay(PurchasePayment payment, Instant now);

    /** Asks the ledger once more. */
    void askAgain(PurchasePayment payment, Instant now);

    /** The total is in escrow. */
    void paid(PurchasePayment payment, Instant now);

    /** The ledger refused the total. */
    void refused(PurchasePayment payment, String code);

    /** The seller, or an admin, has sent it; {@code tracking-required} (O-24). */
    void ship(Tracking tracking, Actor actor, Instant now);

    /** What the seller notes of the parcel. */
    record Tracking(
            @Nullable String trackingNumber, @Nullable String sellerReference) {}

    Tracking tracking();

    /** {@code forbidden} for all but the seller and admins. */
    void requireSeller(Actor actor);

    /** Whether it says something else now; only while SHIPPED (O-24). */
    boolean correct(Tracking wanted, Actor actor);

    /** The buyer, an admin or the time says that it has arrived. */
    void confirm(Actor actor, Instant now);

    /**
     * Gives back what is held and paid (O-30).
     *
     * @param adjustmentId of the adjustment over what is paid
     * @return that adjustment, empty if nothing was paid
     */
    Optional<Adjustment> cancel(Actor actor, long adjustmentId, Instant now);

    /**
     * Asks the ledger for a refund or an additional payment (O-27, O-28): {@code unknown-reference}, {@code
     * refund-limit}, {@code amount-out-of-range}.
     *
     * @param isAssigned whether the actor is staff with a ticket on the purchase
     */
    Adjustment adjust(long adjustmentId, Adjustment.Terms terms, Actor actor, boolean isAssigned, Instant now);

    /** Asks the ledger once more. */
    void askAgain(Adjustment adjustment, Instant now);

    /** The adjustment is booked. */
    void booked(Adjustment adjustment);

    /** The ledger refused the adjustment. */
    void refused(Adjustment adjustment, String code);

    /** Tells that this side has evaluated; whether it may is judged by who keeps evaluations (O-31). */
    void evaluated(PurchaseFact.Side side, Levels levels, Actor actor, Instant now);

    /** Whole levels from 1 to 10; sellers give no more than the overall one. */
    record Levels(@Nullable Integer pack, @Nullable Integer goods, int overall) {}
}
