package kontor.ledger.escrow;

import java.time.Instant;
import java.util.UUID;
import kontor.ledger.account.Money;

/**
 * What the ledger uses of the facts of a purchase that move its money. Figures that can never be booked make the record
 * a dead letter.
 */
sealed interface MarketFact {

    long purchaseId();

    UUID buyerId();

    UUID sellerId();

    /**
     * The total is asked for (O-23), again with the same number if the answer stayed out.
     *
     * @param requestId number of the attempt
     * @param external it came in from outside: cash is debited instead of the buyer, without a limit
     */
    record PaymentRequested(
            long purchaseId, long requestId, UUID buyerId, UUID sellerId, long totalMinor, boolean external)
            implements MarketFact {

        public PaymentRequested {
            requirePositive(totalMinor);
            if (buyerId.equals(sellerId)) {
                throw new IllegalArgumentException("Nobody pays himself.");
            }
        }
    }

    /** The parcel arrived (O-29). */
    record PurchaseDone(long purchaseId, UUID buyerId, UUID sellerId, long feesMinor, Instant doneAt)
            implements MarketFact {

        public PurchaseDone {
            if (feesMinor < 0 || feesMinor > Money.MOST_MINOR) {
                throw new IllegalArgumentException("Fees of " + feesMinor);
            }
        }
    }

    /** Ended before the parcel left (O-30). */
    record PurchaseCancelled(long purchaseId, UUID buyerId, UUID sellerId, Status oldStatus, Instant cancelledAt)
            implements MarketFact {

        /** What can be cancelled. */
        enum Status {
            OPEN,
            PAID
        }

        boolean wasPaid() {
            return oldStatus == Status.PAID;
        }
    }

    /** A refund or an additional payment is asked for (O-27), again with the same number if the answer stayed out. */
    record AdjustmentRequested(
            long purchaseId,
            long adjustmentId,
            UUID buyerId,
            UUID sellerId,
            Direction direction,
            long valueMinor,
            Instant at)
            implements MarketFact {

        public AdjustmentRequested {
            requirePositive(valueMinor);
        }

        /** To the buyer, or to the seller. */
        enum Direction {
            REFUND,
            ADDITIONAL
        }
    }

    private static void requirePositive(long minor) {
        if (minor < 1 || minor > Money.MOST_MINOR) {
            throw new IllegalArgumentException("An amount of " + minor);
        }
    }
}
