package kontor.order.trade;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.order.address.Address;
import kontor.order.purchase.PurchaseFact;
import kontor.order.purchase.PurchaseStatus;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as callers see it; money in minor units.
 *
 * @param addressFrom parts of the sender's address joined by bars, null until it is known; so is {@code addressTo}
 * @param refundableMinor what can still go back to the buyer (O-28)
 * @param pendingAction what the ledger decides now, null for nothing
 * @param rejectReason problem code and failing listings of a rejected purchase
 * @param payment newest attempt to pay, shown to buyer and admins
 */
public record PurchaseView(
        Long id,
        Long version,
        UUID buyerId,
        UUID sellerId,
        UUID placedBy,
        Long packagingId,
        Long shippingTariffId,
        Long feeModelId,
        @Nullable Address shipFrom,
        Address shipTo,
        @Nullable String addressFrom,
        String addressTo,
        @Nullable String trackingNumber,
        @Nullable String sellerReference,
        Long goodsMinor,
        Long feesMinor,
        Long shippingMinor,
        Long totalMinor,
        Long additionalMinor,
        Long refundedMinor,
        Long refundableMinor,
        PurchaseStatus status,
        @Nullable String pendingAction,
        PurchaseFact.@Nullable Refusal rejectReason,
        @Nullable Attempt payment,
        Instant submittedAt,
        @Nullable Instant openedAt,
        @Nullable Instant paidAt,
        @Nullable Instant shippedAt,
        @Nullable Instant doneAt,
        @Nullable Instant cancelledAt,
        List<PurchaseLine> lines,
        @Nullable String externalSource,
        @Nullable String externalId) {

    /** A line, frozen; price of one piece in minor units, weight of one piece in grams. */
    public record PurchaseLine(
            Integer lineNo,
            Long listingId,
            String title,
            Integer quantity,
            Long unitPriceMinor,
            Integer weightG,
            Long listingVersion) {}

    /**
     * An attempt to pay.
     *
     * @param state PENDING, FUNDED or REFUSED
     * @param code problem code of the refusal
     */
    public record Attempt(
            Long id,
            Boolean external,
            @Nullable String note,
            UUID requestedBy,
            Instant at,
            String state,
            @Nullable String code) {}

    PurchaseView with(List<PurchaseLine> all) {
        return new PurchaseView(
                id,
                version,
                buyerId,
                sellerId,
                placedBy,
                packagingId,
                shippingTariffId,
                feeModelId,
                shipFrom,
                shipTo,
                addressFrom,
                addressTo,
                trackingNumber,
                sellerReference,
                goodsMinor,
                feesMinor,
                shippingMinor,
                totalMinor,
                additionalMinor,
                refundedMinor,
                refundableMinor,
                status,
                pendingAction,
                rejectReason,
                payment,
                submittedAt,
                openedAt,
                paidAt,
                shippedAt,
                doneAt,
                cancelledAt,
                all,
                externalSource,
                externalId);
    }
}
