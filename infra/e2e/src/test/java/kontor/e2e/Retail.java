package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kontor.e2e.Client.Answer;
import tools.jackson.databind.JsonNode;

/** What journeys of retail arrange and look at: customers with a log-in and a site, goods with stock, orders. */
record Retail(Shop shop, Community community) {

    private static final String SECRET = "a long secret 42";

    /** Long enough for every decision that is not hindered. */
    private static final int WAIT = 10;

    /** Who orders, and where it goes. */
    record Customer(Client client, long id, String memberId, long site) {

        List<Long> orders() {
            return ids("/api/v1/orders?limit=100");
        }

        List<Long> invoices(long order) {
            return ids("/api/v1/invoices?kind=INVOICE&orderId=" + order);
        }

        private List<Long> ids(String path) {
            return client.get(path)
                    .body()
                    .required("items")
                    .valueStream()
                    .map(item -> item.required("id").asLong())
                    .toList();
        }
    }

    /** A line as it is asked for. */
    record Line(long product, int amount) {}

    static Retail of(Shop shop) {
        return new Retail(shop, Community.of(shop));
    }

    Client admin() {
        return community.admin();
    }

    Customer customer(String name) {
        String login = "c" + UUID.randomUUID().toString().substring(0, 8);
        Answer registered = shop.anyone()
                .post(
                        "/api/v1/members",
                        "{\"lastName\":\"%s\",\"login\":\"%s\",\"password\":\"%s\"}".formatted(name, login, SECRET));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        String member = community.verified(registered.text("id"), "Member");
        Answer profile = community.create("/api/v1/members/%s/customer".formatted(member), """
                {"name":"%s","taxIdentifier":"12345678-2-41",
                 "sites":[{"zipCode":"1011","city":"Budapest","street":"Fő utca 12","country":"HU"}]}
                """.formatted(name));
        return new Customer(shop.as(login, SECRET), profile.number("id"), member, profile.number("mainSiteId"));
    }

    long paymentMethod(int deadlineDays) {
        String name = Community.name("Transfer");
        return community
                .create(
                        "/api/v1/payment-methods",
                        "{\"method\":\"%s\",\"deadlineDays\":%d,\"meansCode\":\"30\"}".formatted(name, deadlineDays))
                .number("id");
    }

    long product(long priceMinor, long vatRate, int pieces) {
        long id = community
                .create(
                        "/api/v1/products",
                        "{\"name\":\"%s\",\"priceMinor\":%d,\"vatRateId\":%d}"
                                .formatted(Community.name("Retail product"), priceMinor, vatRate))
                .number("id");
        community.create(
                "/api/v1/products/%d/stock-corrections".formatted(id),
                "{\"delta\":%d,\"reason\":\"delivery\"}".formatted(pieces));
        return id;
    }

    long vatRate(int percentage) {
        for (JsonNode rate : admin().get("/api/v1/vat-rates?limit=100").body().required("items")) {
            if (rate.required("percentage").asDouble() == percentage) {
                return rate.required("id").asLong();
            }
        }
        return community
                .create("/api/v1/vat-rates", "{\"percentage\":%d}".formatted(percentage))
                .number("id");
    }

    static String form(Customer customer, long paymentMethod, Line... lines) {
        String all = List.of(lines).stream()
                .map(line -> "{\"productId\":%d,\"amount\":%d}".formatted(line.product(), line.amount()))
                .collect(Collectors.joining(","));
        return "{\"customerSiteId\":%d,\"paymentMethodId\":%d,\"lines\":[%s]}"
                .formatted(customer.site(), paymentMethod, all);
    }

    /** Orders as soon as order-service knows customer and goods; the order once it is decided. */
    Answer placed(Customer customer, long paymentMethod, Line... lines) {
        String form = form(customer, paymentMethod, lines);
        Answer taken = await().atMost(Community.SOON).until(() -> order(customer, form), Retail::isTaken);
        String path = "/api/v1/orders/" + taken.number("id");
        return await().atMost(Community.SOON).until(() -> customer.client().get(path), Retail::isDecided);
    }

    /** Decided or not. */
    static boolean isTaken(Answer answer) {
        return answer.status() == 201 || answer.status() == 202;
    }

    static boolean isDecided(Answer answer) {
        return answer.status() == 200 && !answer.text("status").equals("PENDING");
    }

    static Answer order(Customer customer, String form) {
        return customer.client()
                .postWaiting(WAIT, "/api/v1/orders", form, UUID.randomUUID().toString());
    }

    Answer move(long order, String status) {
        Answer moved =
                admin().post("/api/v1/orders/%d/status".formatted(order), "{\"status\":\"%s\"}".formatted(status));
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        return moved;
    }

    String status(long order) {
        return admin().get("/api/v1/orders/" + order).text("status");
    }

    /** Whether none of their orders waits for the stock any more. */
    boolean areDecided(List<Customer> customers) {
        return customers.stream()
                .allMatch(customer -> customer.client()
                        .get("/api/v1/orders?status=PENDING&limit=1")
                        .body()
                        .required("items")
                        .isEmpty());
    }

    /** What became of those orders. */
    List<String> outcomes(List<Customer> customers, List<Long> orders) {
        return customers.stream()
                .flatMap(customer -> customer.client()
                        .get("/api/v1/orders?limit=100")
                        .body()
                        .required("items")
                        .valueStream())
                .filter(order -> orders.contains(order.required("id").asLong()))
                .map(order -> order.required("status").asString())
                .toList();
    }

    /** What is left, and what of it is promised. */
    List<Long> stock(long product) {
        Answer stock = admin().get("/api/v1/products/%d/stock".formatted(product));
        return LongStream.of(stock.number("onHand"), stock.number("reserved"))
                .boxed()
                .toList();
    }

    void assertStock(long product, long onHand, long reserved) {
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(stock(product)).containsExactly(onHand, reserved));
    }

    /** The one live invoice that an order has, once it has been issued. */
    Answer invoiceOf(Customer customer, long order) {
        await().atMost(Community.SOON).until(() -> customer.invoices(order).size() == 1);
        return customer.client()
                .get("/api/v1/invoices/" + customer.invoices(order).getFirst());
    }
}
