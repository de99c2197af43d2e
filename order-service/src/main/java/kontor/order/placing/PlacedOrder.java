package kontor.order.placing;

import java.util.Objects;
import kontor.order.listing.OrderView;
import kontor.order.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a key gets: the order as it was when the caller got his answer.
 *
 * @param order null until then, as after a crash in between
 */
record PlacedOrder(long orderId, @Nullable OrderView order) {

    static PlacedOrder open(long orderId) {
        return new PlacedOrder(orderId, null);
    }

    PlacedOrder answered(OrderView shown) {
        return new PlacedOrder(orderId, shown);
    }

    boolean isAnswered() {
        return order != null;
    }

    OrderView shown() {
        return Objects.requireNonNull(order, "nothing was answered yet");
    }

    boolean isDecided() {
        return shown().status() != OrderStatus.PENDING;
    }
}
