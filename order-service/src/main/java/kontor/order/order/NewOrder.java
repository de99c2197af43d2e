package kontor.order.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.order.party.Actor;
import org.jspecify.annotations.Nullable;

/** An order whose rules were checked as far as order-service knows (O-1, O-2); its lines in their order. */
public record NewOrder(
        long customerId,
        Actor placedBy,
        Instant placedAt,
        Instant deadline,
        long customerSiteId,
        OrderBody.ShipTo shipTo,
        @Nullable Long billingSiteId,
        long paymentMethodId,
        List<Line> lines) {

    /**
     * A line; price net in minor units.
     *
     * @param productVersion state of the product that was looked at
     * @param priceSetBy admin who set another price than the product's
     */
    public record Line(
            long productId,
            int amount,
            long unitPriceMinor,
            long productVersion,
            @Nullable UUID priceSetBy) {}
}
