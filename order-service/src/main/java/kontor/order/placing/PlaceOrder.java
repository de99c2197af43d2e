package kontor.order.placing;

import java.time.Instant;
import java.util.List;
import kontor.order.party.Actor;
import kontor.order.product.KnownProducts;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/** A customer, or an admin for him, orders (O-1). */
record PlaceOrder(
        RequestKey request,
        Actor actor,
        long customerId,
        long customerSiteId,
        @Nullable Long billingSiteId,
        long paymentMethodId,
        @Nullable Instant deadline,
        List<Line> lines) {

    /**
     * Pieces of a product; prices net in minor units.
     *
     * @param unitPriceMinor what an admin sets in place of the product's price
     * @param expectedUnitPriceMinor what the caller was shown
     */
    record Line(
            KnownProducts.Name product,
            int amount,
            @Nullable Long unitPriceMinor,
            @Nullable Long expectedUnitPriceMinor) {}
}
