package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kontor.e2e.Client.Answer;
import kontor.e2e.Retail.Customer;
import kontor.e2e.Retail.Line;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders when too many want too little, when the stock does not answer, and when parts are killed under them. */
@Order(6)
@ExtendWith(ShopExtension.class)
class OrderFaultsIT {

    private static final int PIECES = 20;
    private static final int BUYERS = 200;

    /** A caller may have 100 calls under way at once, so the buyers share the log-ins of a few. */
    private static final int CALLERS = 5;

    private static final int STOCK = 1_000;
    private static final int BEFORE = 10;
    private static final int AFTER = 15;

    private final Shop shop;
    private final Retail retail;
    private final long method;

    OrderFaultsIT(Shop shop) {
        this.shop = shop;
        this.retail = Retail.of(shop);
        this.method = retail.paymentMethod(14);
    }

    @Test
    void twoHundredBuyersGetExactlyTheTwentyPiecesThereAre() throws Exception {
        long scarce = retail.product(1_500, retail.vatRate(27), PIECES + CALLERS);
        List<Customer> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Customer customer = retail.customer("Scarce " + i);
            retail.placed(customer, method, new Line(scarce, 1));
            callers.add(customer);
        }

        List<Long> orders = orderAtOnce(callers, scarce);

        await().atMost(Duration.ofSeconds(60)).until(() -> retail.areDecided(callers));
        List<String> outcomes = retail.outcomes(callers, orders);
        assertThat(Collections.frequency(outcomes, "NEW")).isEqualTo(PIECES);
        assertThat(Collections.frequency(outcomes, "REJECTED")).isEqualTo(BUYERS - PIECES);
        assertThat(retail.stock(scarce)).containsExactly(PIECES + CALLERS + 0L, PIECES + CALLERS + 0L);
    }

    private List<Long> orderAtOnce(List<Customer> callers, long product) throws Exception {
        List<Future<Answer>> asked = new ArrayList<>();
        try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < BUYERS; i++) {
                Customer caller = callers.get(i % CALLERS);
                String form = Retail.form(caller, method, new Line(product, 1));
                asked.add(buyers.submit(() -> taken(caller, form)));
            }
        }
        List<Long> orders = new ArrayList<>();
        for (Future<Answer> one : asked) {
            orders.add(one.get().number("id"));
        }
        return orders;
    }

    @Test
    void anOrderIsTakenWhileTheStockDoesNotAnswerAndDecidedWhenItIsBack() {
        Customer customer = retail.customer("Patient");
        long product = retail.product(300, retail.vatRate(0), 5);
        retail.placed(customer, method, new Line(product, 1));
        String form = Retail.form(customer, method, new Line(product, 2));
        // More than there is, whichever of the two the catalog hears of first: they lie in different partitions.
        String tooMuch = Retail.form(customer, method, new Line(product, 5));

        ProcessHandle killed = shop.kill("catalog");
        Answer taken = pending(customer, form);
        Answer hopeless = pending(customer, tooMuch);

        shop.awaitReturn("catalog", killed);
        await().atMost(Duration.ofSeconds(60)).until(() -> retail.areDecided(List.of(customer)));
        assertThat(retail.status(taken.number("id"))).isEqualTo("NEW");
        assertThat(retail.status(hopeless.number("id"))).isEqualTo("REJECTED");
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(retail.community()::isServed);
        retail.assertStock(product, 5, 3);
    }

    private static Answer pending(Customer customer, String form) {
        Answer answer = customer.client()
                .postWaiting(1, "/api/v1/orders", form, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.text("status")).isEqualTo("PENDING");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/orders/" + answer.number("id")));
        return answer;
    }

    /** Each order is placed, delivered and thereby invoiced, and whatever was in doubt is asked again with its key. */
    @ParameterizedTest
    @ValueSource(strings = {"order", "invoice"})
    void noOrderAndNoInvoiceIsLostOrDoubledWhenAPartIsKilled(String part) throws Exception {
        long product = retail.product(200, retail.vatRate(27), STOCK);
        List<Customer> customers = new ArrayList<>();
        Map<Long, Customer> delivered = new ConcurrentHashMap<>();
        for (int i = 0; i < 2; i++) {
            Customer customer = retail.customer("Killed %s %d".formatted(part, i));
            delivered.put(
                    deliver(
                            customer,
                            retail.placed(customer, method, new Line(product, 1))
                                    .number("id")),
                    customer);
            customers.add(customer);
        }
        List<Consumer<AtomicBoolean>> buyers = customers.stream()
                .<Consumer<AtomicBoolean>>map(customer -> isOver -> orderUntil(isOver, customer, product, delivered))
                .toList();

        new Ordeal(shop, retail.community()).killed(part, buyers, delivered::size, BEFORE, AFTER);

        for (Customer customer : customers) {
            List<Long> own = delivered.keySet().stream()
                    .filter(order -> customer.equals(delivered.get(order)))
                    .toList();
            assertThat(customer.orders()).containsExactlyInAnyOrderElementsOf(own);
            own.forEach(order -> retail.invoiceOf(customer, order));
        }
        retail.assertStock(product, STOCK - delivered.size(), 0);
        Command.Result check = shop.run("check");
        assertThat(check.status()).as(check.output()).isZero();
    }

    private void orderUntil(AtomicBoolean isOver, Customer customer, long product, Map<Long, Customer> delivered) {
        String form = Retail.form(customer, method, new Line(product, 1));
        while (!isOver.get()) {
            delivered.put(deliver(customer, taken(customer, form).number("id")), customer);
        }
    }

    /** Decided or not, asked again with its key by whoever is in doubt or told to come back. */
    private static Answer taken(Customer customer, String form) {
        String key = UUID.randomUUID().toString();
        return Ordeal.untilAnswered(
                () -> customer.client().postWaiting(2, "/api/v1/orders", form, key), Retail::isTaken);
    }

    /** Once it is decided. */
    private long deliver(Customer customer, long order) {
        Answer decided =
                Ordeal.untilAnswered(() -> customer.client().get("/api/v1/orders/" + order), Retail::isDecided);
        assertThat(decided.text("status")).isEqualTo("NEW");
        String key = UUID.randomUUID().toString();
        Ordeal.untilAnswered(
                () -> retail.admin()
                        .post("/api/v1/orders/%d/status".formatted(order), "{\"status\":\"DELIVERED\"}", key),
                moved -> moved.status() == 200);
        return order;
    }
}
