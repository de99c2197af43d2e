package kontor.order.importing;

import kontor.order.order.OrderStatus;

/** Where an order or item of another shop can stand: nothing of it is still to be decided, or was refused. */
enum Standing {
    NEW,
    PROCESSING,
    PACKAGED,
    IN_TRANSIT,
    DELIVERED,
    CANCELLED;

    OrderStatus status() {
        return OrderStatus.valueOf(name());
    }
}
