package kontor.order.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import kontor.order.party.Actor;
import org.jspecify.annotations.Nullable;

/** What happened to an order, told with the whole of it as it stood then; the version travels beside the body. */
public sealed interface OrderFact {

    long orderId();

    long version();

    /** A fact that shows the order and who caused it. */
    sealed interface Told extends OrderFact {

        OrderBody order();

        Actor actor();

        @Override
        default long orderId() {
            return order().orderId();
        }
    }

    /** The question to the catalog; versions above 1 ask again. */
    record OrderSubmitted(
            @JsonUnwrapped OrderBody order,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version) implements Told {}

    /** All lines are reserved. */
    record OrderPlaced(
            @JsonUnwrapped OrderBody order,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version) implements Told {}

    /** The catalog refused, or nothing was decided in time. */
    record OrderRejected(
            @JsonUnwrapped OrderBody order,
            String code,
            List<Refused> lines,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements Told {}

    /** A line that the catalog refused. */
    record Refused(long orderItemId, long productId, String code) {}

    /** Why an order was rejected, as the order keeps it. */
    record Reason(String code, List<Refused> lines) {}

    /** The order moved, and with it these items (O-5); a roll-up moves none. */
    record OrderStatusChanged(
            @JsonUnwrapped OrderBody order,
            OrderStatus oldStatus,
            List<Long> movedItemIds,
            Cause cause,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements Told {}

    /** Why an order moves. */
    enum Cause {
        ADMIN,
        ROLL_UP
    }

    /** One item moved, was cancelled, or got another price or amount. */
    record OrderItemChanged(
            @JsonUnwrapped OrderBody order,
            long orderItemId,
            Change change,
            OrderStatus oldStatus,
            int oldAmount,
            long oldUnitPriceMinor,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements Told {

        public OrderBody.Item item() {
            return order.items().stream()
                    .filter(item -> item.orderItemId() == orderItemId)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What changed of an item. */
    enum Change {
        STATUS,
        PRICE,
        AMOUNT,
        CANCELLED
    }

    /** A question to the catalog; the first one, or asked again. */
    record OrderItemAmountRequested(
            @JsonUnwrapped OrderBody order,
            long requestId,
            long orderItemId,
            int requestedAmount,
            @JsonUnwrapped Actor actor,
            @JsonIgnore boolean isFirst,
            @JsonIgnore long version)
            implements Told {}

    /** The order was cancelled with all its live items. */
    record OrderCancelled(
            @JsonUnwrapped OrderBody order,
            OrderStatus oldStatus,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version) implements Told {}

    /** The order is on hold and may be invoiced; without a request because it was delivered (O-11). */
    record OrderReleasedForInvoice(
            @JsonUnwrapped OrderBody order,
            @Nullable Long requestId,
            @JsonUnwrapped Actor actor,
            @JsonIgnore boolean isFirst,
            @JsonIgnore long version)
            implements Told {}

    /** The order may not be invoiced now. */
    record InvoiceRequestRefused(
            long orderId,
            long requestId,
            String code,
            @JsonIgnore long version) implements OrderFact {}
}
