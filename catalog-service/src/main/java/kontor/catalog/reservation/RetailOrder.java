package kontor.catalog.reservation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kontor.catalog.reservation.ReservationFact.Line;

/** What is used of the facts of an order, which agree in it; one that cannot be makes the record a dead letter. */
record RetailOrder(long orderId, boolean placedByAdmin, List<Item> items) {

    private static final int LINES_MOST = 100;
    private static final int AMOUNT_MOST = 10_000;

    RetailOrder {
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > LINES_MOST) {
            throw new IllegalArgumentException("The items are none of 1 to " + LINES_MOST + ".");
        }
        if (items.stream().map(Item::orderItemId).distinct().count() < items.size()) {
            throw new IllegalArgumentException("An item is there twice.");
        }
    }

    /** Items that will never leave. */
    List<Item> ended() {
        return items.stream().filter(item -> Item.ENDED.contains(item.status)).toList();
    }

    /** Items that have left the house. */
    List<Item> left() {
        return items.stream().filter(item -> Item.LEFT.contains(item.status)).toList();
    }

    /** Items that hold nothing any more. */
    List<Item> settled() {
        return Stream.concat(ended().stream(), left().stream()).toList();
    }

    static List<Long> ids(List<Item> items) {
        return items.stream().map(Item::orderItemId).toList();
    }

    /** A line of it; the word of a status that is not known here says nothing about the pieces. */
    record Item(long orderItemId, long productId, int amount, String status) {

        private static final Set<String> ENDED = Set.of("REJECTED", "CANCELLED");
        private static final Set<String> LEFT = Set.of("IN_TRANSIT", "DELIVERED");

        Item {
            requireAmount(amount);
        }

        Line line() {
            return new Line(orderItemId, productId, amount);
        }
    }

    /** Another amount of one of the items is asked for (O-8). */
    record AmountAsked(long orderId, long requestId, long orderItemId, int requestedAmount, List<Item> items) {

        AmountAsked {
            items = List.copyOf(items);
            requireAmount(requestedAmount);
            if (items.stream().noneMatch(item -> item.orderItemId == orderItemId)) {
                throw new IllegalArgumentException("The order has no such item.");
            }
        }

        Item item() {
            return items.stream()
                    .filter(item -> item.orderItemId == orderItemId)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void requireAmount(int amount) {
        if (amount < 1 || amount > AMOUNT_MOST) {
            throw new IllegalArgumentException("The amount is none of 1 to " + AMOUNT_MOST + ".");
        }
    }
}
