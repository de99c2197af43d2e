package kontor.order.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kontor.order.Answer;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Every step from every status by every kind of caller, held against the table of the domain page. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class StepsIT {

    private static final List<String> STATUSES =
            List.of("PENDING", "REJECTED", "NEW", "PROCESSING", "PACKAGED", "IN_TRANSIT", "DELIVERED", "CANCELLED");

    /** The statuses that admins move along, in their order. */
    private static final List<String> ROAD = List.of("NEW", "PROCESSING", "PACKAGED", "IN_TRANSIT", "DELIVERED");

    private static final Set<String> CANCELLED_BY_CUSTOMER = Set.of("PENDING", "NEW");
    private static final Set<String> CANCELLED_BY_ADMIN = Set.of("PENDING", "NEW", "PROCESSING", "PACKAGED");
    private static final Set<String> ITEM_CANCELLED = Set.of("NEW", "PROCESSING", "PACKAGED");

    private final Shop shop;
    private final Customer cleo;
    private final Map<String, String> strangers = new LinkedHashMap<>();
    private final Map<String, Answer> standing = new LinkedHashMap<>();

    StepsIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        cleo = shop.customer();
        strangers.put("another customer", shop.customer().bearer());
        strangers.put("a member", members.verified().bearer());
        strangers.put("a chief", members.support(3).bearer());
        strangers.put("a kiosk", Tokens.kiosk().bearer());
    }

    /** An order that stands so, with its two items. */
    private Answer order(String status) {
        Answer submitted = shop.submit(cleo.bearer(), shop.order(cleo, 2)).expect(202);
        long id = submitted.id();
        switch (status) {
            case "PENDING" -> {}
            case "CANCELLED" -> shop.cancel(cleo.bearer(), id).expect(200);
            case "REJECTED" -> {
                shop.neighbours().sayRefused(id, submitted.item(1), "stock-short");
                shop.neighbours().await("retail_order where id = %d and status_id = 2".formatted(id));
            }
            default -> {
                shop.neighbours().reserve(id);
                if (!status.equals("NEW")) {
                    shop.move(id, status).expect(200);
                }
                if (status.equals("DELIVERED")) {
                    // It was released for its invoice, which comes and goes.
                    shop.neighbours().issue(id, id);
                    shop.neighbours().cancelInvoice(id, id);
                }
            }
        }
        return shop.order(id);
    }

    /** One that is used again as long as everybody is refused. */
    private Answer standing(String status) {
        return standing.computeIfAbsent(status, this::order);
    }

    @TestFactory
    Stream<DynamicTest> movesOrders() {
        return pairs((from, to) -> {
            boolean isGranted = leads(from, to);
            Answer order = isGranted ? order(from) : standing(from);

            refusesStrangers("/orders/%d/status".formatted(order.id()), Shop.status(to), 403, "forbidden");
            shop.post(cleo.bearer(), "/orders/%d/status".formatted(order.id()), Shop.status(to))
                    .refused(403, "forbidden");
            check(shop.move(order.id(), to), isGranted, from, to);

            assertThat(shop.order(order.id()).stands()).isEqualTo(isGranted ? to : from);
        });
    }

    @TestFactory
    Stream<DynamicTest> movesItems() {
        return pairs((from, to) -> {
            boolean isGranted = leads(from, to) || (to.equals("CANCELLED") && ITEM_CANCELLED.contains(from));
            Answer order = isGranted ? order(from) : standing(from);
            String path = "/orders/%d/items/%d/status".formatted(order.id(), order.item(1));

            refusesStrangers(path, Shop.status(to), 403, "forbidden");
            shop.post(cleo.bearer(), path, Shop.status(to)).refused(403, "forbidden");
            check(shop.moveItem(order.id(), order.item(1), to), isGranted, from, to);

            assertThat(shop.order(order.id()).items()).isEqualTo((isGranted ? to : from) + " " + from);
        });
    }

    @TestFactory
    Stream<DynamicTest> cancelsOrders() {
        return STATUSES.stream()
                .flatMap(from -> Stream.of(
                        DynamicTest.dynamicTest(
                                from + " by its customer",
                                () -> cancels(from, cleo.bearer(), CANCELLED_BY_CUSTOMER.contains(from))),
                        DynamicTest.dynamicTest(
                                from + " by an admin",
                                () -> cancels(from, shop.admin().bearer(), CANCELLED_BY_ADMIN.contains(from)))));
    }

    private void cancels(String from, String bearer, boolean isGranted) {
        Answer order = isGranted ? order(from) : standing(from);

        strangers.forEach((who, stranger) -> {
            Answer answer = shop.cancel(stranger, order.id());
            assertThat(answer.code()).as(who).isEqualTo(who.equals("a kiosk") ? "forbidden" : "not-found");
        });
        check(shop.cancel(bearer, order.id()), isGranted, from, "CANCELLED");

        assertThat(shop.order(order.id()).stands()).isEqualTo(isGranted ? "CANCELLED" : from);
    }

    private void refusesStrangers(String path, String body, int status, String code) {
        strangers.values().forEach(bearer -> shop.post(bearer, path, body).refused(status, code));
    }

    private static void check(Answer answer, boolean isGranted, String from, String to) {
        if (isGranted) {
            answer.expect(200);
        } else {
            answer.refused(409, from.equals(to) ? "already-in-state" : "not-allowed-in-state");
        }
    }

    private static boolean leads(String from, String to) {
        return ROAD.contains(from) && ROAD.indexOf(to) > ROAD.indexOf(from);
    }

    private interface Step {
        void check(String from, String to);
    }

    private static Stream<DynamicTest> pairs(Step step) {
        return STATUSES.stream()
                .flatMap(from -> STATUSES.stream()
                        .map(to -> DynamicTest.dynamicTest(from + " to " + to, () -> step.check(from, to))));
    }
}
