package kontor.order.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole order, as each of its events tells it.
 *
 * @param paymentMethod name of the method, with the days it gives and its means code, as they are now
 * @param items by line number, cancelled ones included
 */
public record OrderBody(
        long orderId,
        long customerId,
        UUID placedBy,
        boolean placedByAdmin,
        Instant placedAt,
        Instant deadline,
        long customerSiteId,
        ShipTo shipTo,
        @Nullable Long billingSiteId,
        long paymentMethodId,
        String paymentMethod,
        int deadlineDays,
        String meansCode,
        OrderStatus status,
        @Nullable Instant deliveredAt,
        List<Item> items) {

    /** An item; amount in pieces, price net in minor units. */
    public record Item(
            long orderItemId,
            int lineNo,
            long productId,
            int amount,
            long unitPriceMinor,
            @Nullable Long productVersion,
            @Nullable UUID priceSetBy,
            OrderStatus status) {

        /** The same as it would be after a change. */
        public Item with(LockedOrder.ItemChange change) {
            return new Item(
                    orderItemId,
                    lineNo,
                    productId,
                    change.amount(),
                    change.unitPriceMinor(),
                    productVersion,
                    priceSetBy,
                    status);
        }

        public long netMinor() {
            return Math.multiplyExact(unitPriceMinor, (long) amount);
        }
    }

    /** Delivery address, copied when the order is placed. */
    @Embeddable
    public record ShipTo(
            @Column(name = "ship_to_name", updatable = false)
            String name,

            @Column(name = "ship_to_street", updatable = false)
            String street,

            @Column(name = "ship_to_zip_code", updatable = false)
            String zipCode,

            @Column(name = "ship_to_city", updatable = false)
            String city,

            @Column(name = "ship_to_country", updatable = false)
            String country,

            @Column(name = "ship_to_phone", updatable = false) @Nullable
            String phone) {}
}
