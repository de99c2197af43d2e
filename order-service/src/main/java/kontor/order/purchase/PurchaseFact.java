package kontor.order.purchase;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.order.party.Actor;
import kontor.order.purchase.Adjustment.Direction;
import org.jspecify.annotations.Nullable;

/** What happened to a purchase; the version travels beside the body. */
public sealed interface PurchaseFact {

    long purchaseId();

    Actor actor();

    long version();

    /** A fact that shows the purchase as it stood then. */
    sealed interface Told extends PurchaseFact {

        PurchaseBody purchase();

        @Override
        default long purchaseId() {
            return purchase().purchaseId();
        }
    }

    /** The question to the catalog; versions above 1 ask again. */
    record PurchaseSubmitted(
            @JsonUnwrapped PurchaseBody purchase,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version) implements Told {}

    /** All lines are reserved; the actor is who has bought. */
    record PurchaseOpened(
            @JsonUnwrapped PurchaseBody purchase,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version) implements Told {}

    /** The catalog refused, or nothing was decided in time. */
    record PurchaseRejected(
            @JsonUnwrapped PurchaseBody purchase,
            String code,
            List<Failure> failures,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements Told {}

    /** A listing that the catalog refused. */
    record Failure(long listingId, String code) {}

    /** Why a purchase was rejected, as it keeps it. */
    record Refusal(String code, List<Failure> failures) {}

    /** The question to the ledger, asked for the first time or again. */
    record PurchasePaymentRequested(
            @JsonUnwrapped PurchaseBody purchase,
            long requestId,
            boolean external,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements Told {}

    /** The total is in escrow. */
    record PurchasePaid(
            @JsonUnwrapped PurchaseBody purchase,
            long requestId,
            boolean external,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements Told {}

    /** The ledger refused; the purchase stays OPEN. */
    record PurchasePaymentRefused(
            @JsonUnwrapped PurchaseBody purchase,
            long requestId,
            String code,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements Told {}

    /** The parcel is on its way. */
    record PurchaseShipped(
            @JsonUnwrapped PurchaseBody purchase,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version) implements Told {}

    /** The parcel has arrived. */
    record PurchaseDone(
            @JsonUnwrapped PurchaseBody purchase,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version) implements Told {}

    /** It is over; what was paid goes back to the buyer (O-30). */
    record PurchaseCancelled(
            @JsonUnwrapped PurchaseBody purchase,
            PurchaseStatus oldStatus,
            long returnedMinor,
            @Nullable Long adjustmentId,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements Told {}

    /** Tracking number or reference were corrected (O-24). */
    record PurchaseUpdated(
            @JsonUnwrapped PurchaseBody purchase,
            @Nullable String oldTrackingNumber,
            @Nullable String oldSellerReference,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements Told {}

    /** What facts of adjustments say; it does not change where the purchase stands. */
    record AdjustmentBody(
            long purchaseId,
            long adjustmentId,
            UUID buyerId,
            UUID sellerId,
            UUID receiverId,
            Direction direction,
            long valueMinor,
            PurchaseStatus purchaseStatus,
            Instant at) {}

    /** A fact about an adjustment. */
    sealed interface Adjusted extends PurchaseFact {

        AdjustmentBody adjustment();

        @Override
        default long purchaseId() {
            return adjustment().purchaseId();
        }
    }

    /** The question to the ledger, asked for the first time or again. */
    record AdjustmentRequested(
            @JsonUnwrapped AdjustmentBody adjustment,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version) implements Adjusted {}

    /** It is booked. */
    record AdjustmentMade(
            @JsonUnwrapped AdjustmentBody adjustment,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version) implements Adjusted {}

    /** The ledger refused. */
    record AdjustmentDeclined(
            @JsonUnwrapped AdjustmentBody adjustment,
            String code,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version) implements Adjusted {}

    /** One side evaluated (O-31); levels of packaging and goods come from buyers only. */
    record PurchaseEvaluated(
            long purchaseId,
            Side side,
            UUID authorId,
            UUID memberId,
            @Nullable Integer levelPack,
            @Nullable Integer levelGoods,
            int level,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements PurchaseFact {}

    /** A party of a purchase. */
    enum Side {
        BUYER,
        SELLER
    }
}
