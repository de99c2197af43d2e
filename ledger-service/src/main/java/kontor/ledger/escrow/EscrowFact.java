package kontor.ledger.escrow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/** What is told of the money of one purchase; the version orders its stream and travels beside the body. */
sealed interface EscrowFact {

    long purchaseId();

    long version();

    /** The total is in escrow: the answer to a request for payment. */
    record EscrowFunded(
            long purchaseId,
            long requestId,
            UUID buyerId,
            long amountMinor,
            boolean external,
            Instant at,
            @JsonIgnore long version)
            implements EscrowFact {}

    /** Nothing was posted: the other answer. */
    record EscrowRefused(
            long purchaseId,
            long requestId,
            String code,
            Instant at,
            @JsonIgnore long version) implements EscrowFact {}

    /** What was in escrow went to the fees and to the seller. */
    record EscrowReleased(
            long purchaseId,
            UUID sellerId,
            long escrowMinor,
            long feesMinor,
            long sellerMinor,
            Instant at,
            @JsonIgnore long version)
            implements EscrowFact {}

    /** The buyer has all he paid again. */
    record EscrowReturned(
            long purchaseId,
            UUID buyerId,
            UUID sellerId,
            long escrowMinor,
            long sellerMinor,
            long buyerMinor,
            Instant at,
            @JsonIgnore long version)
            implements EscrowFact {}

    /** A refund or an additional payment was posted: the answer to a request for an adjustment. */
    record AdjustmentBooked(
            long purchaseId,
            long adjustmentId,
            long escrowMinor,
            long sellerMinor,
            long buyerMinor,
            Instant at,
            @JsonIgnore long version)
            implements EscrowFact {}

    /** Nothing was posted: the other answer. */
    record AdjustmentRefused(
            long purchaseId,
            long adjustmentId,
            String code,
            Instant at,
            @JsonIgnore long version) implements EscrowFact {}
}
