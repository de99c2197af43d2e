package kontor.order.purchase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.order.address.Address;
import kontor.order.party.Actor;

/**
 * A purchase whose rules were checked as far as order-service knows (O-20 to O-22); its lines in their order.
 *
 * @param placedBy the buyer, or an admin for him
 * @param tracked whether its tariff wants a tracking number (O-24)
 */
public record NewPurchase(
        UUID buyerId,
        UUID sellerId,
        Actor placedBy,
        Instant submittedAt,
        long packagingId,
        long shippingTariffId,
        boolean tracked,
        long feeModelId,
        Address shipTo,
        Price price,
        List<Line> lines) {

    /** What the buyer pays: goods, fees and shipping, minor units. */
    public record Price(long goodsMinor, long feesMinor, long shippingMinor) {

        public long totalMinor() {
            return goodsMinor + feesMinor + shippingMinor;
        }
    }

    /** Pieces of a listing as it was; price of one piece in minor units, weight of one piece in grams. */
    public record Line(
            long listingId, String title, int quantity, long unitPriceMinor, int weightG, long listingVersion) {}
}
