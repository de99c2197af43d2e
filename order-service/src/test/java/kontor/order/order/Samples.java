package kontor.order.order;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kontor.order.party.Actor;
import kontor.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/** Orders of no database, in any status. */
final class Samples {

    static final Actor ADMIN = Actor.admin(new UUID(7, 1));
    static final Actor CUSTOMER = new Actor(new UUID(7, 2), false);
    static final Instant NOW = Instant.parse("2026-05-14T13:00:00Z");
    static final LockedOrder.Policy ALL = new LockedOrder.Policy(true, items -> true);
    static final LockedOrder.Policy NOTHING = new LockedOrder.Policy(false, items -> false);

    private Samples() {}

    /** An order in this status whose items, numbered from 1, stand so; each is 2 pieces at 100. */
    static RetailOrder order(OrderStatus status, OrderStatus... items) {
        List<NewOrder.Line> lines = IntStream.rangeClosed(1, items.length)
                .mapToObj(line -> new NewOrder.Line(1_000 + line, 2, 100, 6, null))
                .toList();
        RetailOrder order = new RetailOrder(
                new NewOrder(202, CUSTOMER, Instant.EPOCH, NOW, 11, address(), null, 3, lines),
                new PaymentTerms(3, "Wire transfer 15", 15, "30"));
        ReflectionTestUtils.setField(order, "id", 301L);
        set(order, status, items);
        return order;
    }

    private static void set(RetailOrder order, OrderStatus status, OrderStatus... items) {
        for (int i = 0; i < items.length; i++) {
            ReflectionTestUtils.setField(order.items().get(i), "id", i + 1L);
            ReflectionTestUtils.setField(order.items().get(i), "statusId", items[i].id());
        }
        ReflectionTestUtils.setField(order, "statusId", status.id());
    }

    /** The same item status for all of three items as for the order. */
    static RetailOrder whole(OrderStatus status) {
        return order(status, status, status, status);
    }

    static String items(RetailOrder order) {
        return order.lines().stream().map(item -> item.status().name()).collect(Collectors.joining(" "));
    }

    static OrderStatus[] statuses(String words) {
        return Arrays.stream(words.split(" ", -1)).map(OrderStatus::valueOf).toArray(OrderStatus[]::new);
    }

    private static OrderBody.ShipTo address() {
        return new OrderBody.ShipTo("Cleo Nagy", "Fő utca 12", "1011", "Budapest", "HU", null);
    }

    /** The code of the refusal, null if there was none. */
    static @Nullable String refusal(Runnable step) {
        try {
            step.run();
            return null;
        } catch (Rejection refused) {
            return refused.code();
        }
    }
}
