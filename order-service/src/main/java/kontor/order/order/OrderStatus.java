package kontor.order.order;

/**
 * Where an order or an item stands; the order of the words is that of the codes, and an id of table {@code order_status}
 * is the place of its code.
 */
public enum OrderStatus {
    PENDING,
    REJECTED,
    NEW,
    PROCESSING,
    PACKAGED,
    IN_TRANSIT,
    DELIVERED,
    CANCELLED;

    public long id() {
        return ordinal() + 1L;
    }

    public static OrderStatus of(long id) {
        return values()[Math.toIntExact(id) - 1];
    }

    /** Accepted and not cancelled. */
    public boolean isLive() {
        return isAtLeast(NEW) && this != CANCELLED;
    }

    /** Nobody moves it on. */
    boolean isFinal() {
        return this == DELIVERED || this == REJECTED || this == CANCELLED;
    }

    boolean isAtLeast(OrderStatus other) {
        return compareTo(other) >= 0;
    }

    /** Forward among those that admins set, any number of steps (O-4). */
    boolean leadsTo(OrderStatus other) {
        return isLive() && !isFinal() && other.isLive() && other.compareTo(this) > 0;
    }

    boolean isBelow(OrderStatus other) {
        return compareTo(other) < 0;
    }
}
