package kontor.order.order;

/** Where an order or an item stands; the words follow each other as their codes do, and have the ids of their rows. */
public enum OrderStatus {
    PENDING(1),
    REJECTED(2),
    NEW(3),
    PROCESSING(4),
    PACKAGED(5),
    IN_TRANSIT(6),
    DELIVERED(7),
    CANCELLED(8);

    private final long id;

    OrderStatus(long id) {
        this.id = id;
    }

    public long id() {
        return id;
    }

    /** The status of a row, which can have no other. */
    public static OrderStatus of(long id) {
        for (OrderStatus status : values()) {
            if (status.id == id) {
                return status;
            }
        }
        throw new IllegalArgumentException("No status has the id " + id);
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
