package kontor.order.purchase;

import static kontor.order.money.Range.MOST_MINOR;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.order.party.Actor;
import kontor.platform.Rejection;
import kontor.platform.rejection.AmountOutOfRange;
import org.jspecify.annotations.Nullable;

/**
 * Money that a party gets after the payment (O-27): a refund to the buyer, or an additional payment to the seller.
 *
 * @param valueMinor above 0, minor units
 * @param by who made it; privileged if an admin or staff with a ticket
 * @param isReturning whether the cancellation of a paid purchase wrote it (O-30)
 */
public record Adjustment(
        long id,
        long purchaseId,
        UUID receiverId,
        Direction direction,
        long valueMinor,
        @Nullable String reason,
        Actor by,
        boolean isReturning,
        Instant at) {

    /** Who gets the money. */
    public enum Direction {
        REFUND,
        ADDITIONAL
    }

    /** What is asked for; value in minor units. */
    public record Terms(
            UUID receiverId, long valueMinor, @Nullable String reason) {}

    /** What the buyer has paid, and got back of it (O-28); minor units. */
    record Balance(long totalMinor, long additionalMinor, long refundedMinor) {

        /** What can still go back. */
        long refundableMinor() {
            return totalMinor + additionalMinor - refundedMinor;
        }

        /** {@code refund-limit} if more would go back than was paid; {@code amount-out-of-range} if all is too much. */
        void require(Direction direction, long valueMinor) {
            if (direction == Direction.REFUND && valueMinor > refundableMinor()) {
                throw new RefundLimit(refundableMinor());
            }
            if (direction == Direction.ADDITIONAL && totalMinor + additionalMinor + valueMinor > MOST_MINOR) {
                throw new AmountOutOfRange();
            }
        }
    }

    /** More would go back to the buyer than he has paid; the answer carries what still can, minor units. */
    static final class RefundLimit extends Rejection {

        RefundLimit(long refundableMinor) {
            super(
                    Kind.CONFLICT,
                    "refund-limit",
                    "At most %d can still be refunded.".formatted(refundableMinor),
                    List.of(),
                    Map.of("refundableMinor", refundableMinor));
        }
    }
}
