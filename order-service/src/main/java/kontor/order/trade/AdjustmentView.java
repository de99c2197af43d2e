package kontor.order.trade;

import java.time.Instant;
import java.util.UUID;
import kontor.order.purchase.Adjustment.Direction;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment as callers see it (O-27); value in minor units.
 *
 * @param direction REFUND to the buyer, ADDITIONAL to the seller
 * @param state PENDING, BOOKED or REFUSED
 * @param code problem code of the refusal
 */
public record AdjustmentView(
        Long id,
        Long version,
        Long purchaseId,
        UUID receiverId,
        Direction direction,
        Long valueMinor,
        @Nullable String reason,
        Instant at,
        UUID createdBy,
        String state,
        @Nullable String code,
        @Nullable String externalSource,
        @Nullable String externalId) {}
