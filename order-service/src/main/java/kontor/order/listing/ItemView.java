package kontor.order.listing;

import java.util.UUID;
import kontor.order.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * An item as callers see it; money net in minor units.
 *
 * @param productName as it is now, null if the product is not known any more
 * @param amountRequest newest question for another amount, null if there was none (O-8)
 */
public record ItemView(
        Long id,
        Long version,
        Integer lineNo,
        Long productId,
        @Nullable String productName,
        Integer amount,
        Long unitPriceMinor,
        @Nullable Long productVersion,
        @Nullable UUID priceSetBy,
        OrderStatus status,
        Long netMinor,
        @Nullable AmountRequest amountRequest,
        @Nullable String externalSource,
        @Nullable String externalId) {

    /**
     * A question for another amount.
     *
     * @param state PENDING, DONE or REFUSED
     * @param code problem code of the refusal
     */
    public record AmountRequest(
            Long id,
            Integer amount,
            Long unitPriceMinor,
            String state,
            @Nullable String code) {}
}
