package kontor.invoice;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Invoices of orders, with order-service played by the test. */
public final class Invoicing {

    private static final Duration ISSUED_WITHIN = Duration.ofSeconds(20);

    private final Shop shop;
    private final Orders orders;
    private final String admin;

    public Invoicing(TestDatabase database, TopicWriter topics, RestTestClient http, Members members) {
        shop = new Shop(database, topics, http, members);
        orders = new Orders(topics, shop);
        admin = shop.admin().bearer();
    }

    public Shop shop() {
        return shop;
    }

    public Orders orders() {
        return orders;
    }

    /** The token of an admin. */
    public String admin() {
        return admin;
    }

    /** An order as in section 7 of the domain page: 3 x 410 and 1 x 95 at 27 %, 2 x 600 at 0 %. */
    public Orders.Order order(Shop.Customer customer) {
        return orders.place(orders.order(
                customer,
                new Orders.Line(shop.product("Espresso beans 250 g", "27"), 3, 410),
                new Orders.Line(shop.product("Paper filter", "27.00"), 1, 95),
                new Orders.Line(shop.product("Child supervision for 1 hour", "0"), 2, 600)));
    }

    /** Released because it was delivered; the invoice. */
    public Shop.Answer issue(Orders.Order order) {
        orders.release(order);
        return shop.get(admin, "/api/v1/invoices/" + awaitLive(order));
    }

    /** An invoice of a new order of this customer. */
    public Shop.Answer issue(Shop.Customer customer) {
        return issue(order(customer));
    }

    public long awaitLive(Orders.Order order) {
        String live =
                "select coalesce(max(id), 0) from invoice where order_id = ? and kind = 'INVOICE' and not cancelled";
        return Awaitility.await("the invoice of order " + order.id())
                .atMost(ISSUED_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> shop.count(live, order.id()), id -> id > 0);
    }

    /** Asks without waiting for the answer. */
    public Shop.Answer ask(Orders.Order order, @Nullable String deliveryDate) {
        return ask(order, deliveryDate, 0, UUID.randomUUID().toString());
    }

    public Shop.Answer ask(Orders.Order order, @Nullable String deliveryDate, int seconds, String key) {
        String date = deliveryDate == null ? "" : ", \"deliveryDate\": \"%s\"".formatted(deliveryDate);
        return shop.send(
                HttpMethod.POST,
                admin,
                "/api/v1/invoices",
                key,
                "{\"orderId\": %d%s}".formatted(order.id(), date),
                Map.of("Prefer", "wait=" + seconds));
    }

    /** Asked for by an admin and released for it; the invoice. */
    public Shop.Answer request(Orders.Order order, @Nullable String deliveryDate) {
        orders.release(order, ask(order, deliveryDate).expect(202).id());
        return shop.get(admin, "/api/v1/invoices/" + awaitLive(order));
    }

    public Shop.Answer cancel(long invoiceId) {
        return shop.post(
                admin,
                "/api/v1/invoice-cancellations",
                "{\"invoiceId\": %d, \"reason\": \"Wrong address\"}".formatted(invoiceId));
    }
}
