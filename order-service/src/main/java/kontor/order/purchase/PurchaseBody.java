package kontor.order.purchase;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.order.address.Address;
import org.jspecify.annotations.Nullable;

/** The whole purchase, as its events tell it; money in minor units. */
public record PurchaseBody(
        long purchaseId,
        UUID buyerId,
        UUID sellerId,
        long packagingId,
        long shippingTariffId,
        long feeModelId,
        Address shipTo,
        long goodsMinor,
        long feesMinor,
        long shippingMinor,
        long totalMinor,
        Instant submittedAt,
        List<Line> lines,
        @JsonUnwrapped Standing standing) {

    /**
     * A line, frozen.
     *
     * @param listingVersion state of the listing that title, price and weight were taken from
     */
    public record Line(
            int lineNo,
            long listingId,
            String title,
            int quantity,
            long unitPriceMinor,
            int weightG,
            long listingVersion) {}

    /**
     * What of a purchase changes.
     *
     * @param shipFrom null until the catalog has reserved the lines
     */
    public record Standing(
            @Nullable Address shipFrom,
            @Nullable String trackingNumber,
            @Nullable String sellerReference,
            PurchaseStatus status,
            @Nullable Instant openedAt,
            @Nullable Instant paidAt,
            @Nullable Instant shippedAt,
            @Nullable Instant doneAt,
            @Nullable Instant cancelledAt) {}

    public PurchaseStatus status() {
        return standing.status();
    }
}
