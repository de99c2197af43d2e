package kontor.order.order;

import static kontor.order.order.OrderStatus.CANCELLED;
import static kontor.order.order.OrderStatus.DELIVERED;
import static kontor.order.order.OrderStatus.IN_TRANSIT;
import static kontor.order.order.OrderStatus.NEW;
import static kontor.order.order.OrderStatus.PACKAGED;
import static kontor.order.order.OrderStatus.PENDING;
import static kontor.order.order.OrderStatus.PROCESSING;
import static kontor.order.order.OrderStatus.REJECTED;
import static kontor.order.order.Samples.ADMIN;
import static kontor.order.order.Samples.ALL;
import static kontor.order.order.Samples.CUSTOMER;
import static kontor.order.order.Samples.NOW;
import static kontor.order.order.Samples.refusal;
import static kontor.order.order.Samples.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kontor.order.party.Actor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every step from every status, held against the table of the domain page. */
class TransitionTests {

    /** From where to where admins move orders and items, any number of steps forward. */
    private static final Map<OrderStatus, Set<OrderStatus>> FORWARD = Map.of(
            PENDING, Set.of(),
            REJECTED, Set.of(),
            NEW, Set.of(PROCESSING, PACKAGED, IN_TRANSIT, DELIVERED),
            PROCESSING, Set.of(PACKAGED, IN_TRANSIT, DELIVERED),
            PACKAGED, Set.of(IN_TRANSIT, DELIVERED),
            IN_TRANSIT, Set.of(DELIVERED),
            DELIVERED, Set.of(),
            CANCELLED, Set.of());

    private static final Set<OrderStatus> BY_CUSTOMER = Set.of(PENDING, NEW);
    private static final Set<OrderStatus> BY_ADMIN = Set.of(PENDING, NEW, PROCESSING, PACKAGED);
    private static final Set<OrderStatus> ITEM_BY_ADMIN = Set.of(NEW, PROCESSING, PACKAGED);

    @TestFactory
    Stream<DynamicTest> movesOrdersForwardOnly() {
        return pairs((from, to) -> {
            RetailOrder order = whole(from);

            String refused = String.valueOf(refusal(() -> order.move(to, ADMIN, NOW, ALL)));

            boolean isGranted = of(from).contains(to);
            assertThat(refused).isEqualTo(expected(from, to, isGranted));
            assertThat(order.status()).isEqualTo(isGranted ? to : from);
            assertThat(order.lines()).extracting(OrderBody.Item::status).containsOnly(isGranted ? to : from);
        });
    }

    @TestFactory
    Stream<DynamicTest> movesItemsForwardOnlyOrCancelsThem() {
        return pairs((from, to) -> {
            RetailOrder order = whole(from);

            String refused = String.valueOf(refusal(() -> order.moveItem(2, to, ADMIN, NOW, ALL)));

            boolean isGranted = of(from).contains(to) || (to == CANCELLED && ITEM_BY_ADMIN.contains(from));
            assertThat(refused).isEqualTo(expected(from, to, isGranted));
            assertThat(order.lines())
                    .extracting(OrderBody.Item::status)
                    .containsExactly(from, isGranted ? to : from, from);
        });
    }

    @TestFactory
    Stream<DynamicTest> cancelsOrdersByThoseWhoMay() {
        return Stream.of(OrderStatus.values())
                .flatMap(from -> Stream.of(
                        test(from + " by its customer", () -> cancels(from, CUSTOMER, BY_CUSTOMER)),
                        test(from + " by an admin", () -> cancels(from, ADMIN, BY_ADMIN))));
    }

    private static void cancels(OrderStatus from, Actor actor, Set<OrderStatus> granted) {
        RetailOrder order = whole(from);

        String refused = String.valueOf(refusal(() -> order.cancel(actor)));

        boolean isGranted = granted.contains(from);
        assertThat(refused).isEqualTo(expected(from, CANCELLED, isGranted));
        assertThat(order.lines()).extracting(OrderBody.Item::status).containsOnly(isGranted ? CANCELLED : from);
        assertThat(order.status()).isEqualTo(isGranted ? CANCELLED : from);
    }

    /** The System decides what is pending, once; an answer that comes later changes nothing. */
    @TestFactory
    Stream<DynamicTest> isDecidedOnlyWhilePending() {
        Map<OrderStatus, Consumer<LockedOrder>> decisions =
                Map.of(NEW, LockedOrder::accept, REJECTED, order -> order.reject("stock-short", List.of()));
        return Stream.of(OrderStatus.values())
                .flatMap(from -> decisions.entrySet().stream()
                        .map(decision -> test(from + " to " + decision.getKey(), () -> {
                            RetailOrder order = whole(from);
                            long version = order.version();

                            decision.getValue().accept(order);

                            OrderStatus expected = from == PENDING ? decision.getKey() : from;
                            assertThat(order.status()).isEqualTo(expected);
                            assertThat(order.lines())
                                    .extracting(OrderBody.Item::status)
                                    .containsOnly(expected);
                            assertThat(order.version()).isEqualTo(from == PENDING ? version + 1 : version);
                        })));
    }

    private static String expected(OrderStatus from, OrderStatus to, boolean isGranted) {
        if (isGranted) {
            return "null";
        }
        return from == to ? "already-in-state" : "not-allowed-in-state";
    }

    private static Set<OrderStatus> of(OrderStatus from) {
        return FORWARD.getOrDefault(from, Set.of());
    }

    private interface Step {
        void check(OrderStatus from, OrderStatus to);
    }

    private static Stream<DynamicTest> pairs(Step step) {
        return Stream.of(OrderStatus.values())
                .flatMap(from -> Stream.of(OrderStatus.values())
                        .map(to -> test(from + " to " + to, () -> step.check(from, to))));
    }

    private static DynamicTest test(String name, Runnable check) {
        return DynamicTest.dynamicTest(name, check::run);
    }
}
