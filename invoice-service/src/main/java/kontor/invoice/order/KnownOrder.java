package kontor.invoice.order;

import java.time.Instant;
import java.util.List;
import kontor.invoice.paper.Paper;
import org.jspecify.annotations.Nullable;

/**
 * What invoices take from an order.
 *
 * @param deadlineDays days that its payment method gives
 * @param deliveredAt when it became DELIVERED
 * @param items by line number, cancelled ones included
 */
public record KnownOrder(
        long orderId,
        long customerId,
        Instant placedAt,
        String status,
        @Nullable Instant deliveredAt,
        @Nullable Long billingSiteId,
        String paymentMethod,
        int deadlineDays,
        String meansCode,
        Paper.ShipTo shipTo,
        List<Item> items) {

    /** A line of it; the price is net, of one piece, in minor units. */
    public record Item(long orderItemId, int lineNo, long productId, int amount, long unitPriceMinor, String status) {

        boolean isLive() {
            return !status.equals("CANCELLED") && !status.equals("REJECTED");
        }
    }

    /** What is invoiced (V-3). */
    public List<Item> liveItems() {
        return items.stream().filter(Item::isLive).toList();
    }
}
