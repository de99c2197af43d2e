package kontor.invoice.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kontor.invoice.Invoicing;
import kontor.invoice.Orders;
import kontor.invoice.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** From the question to the answer, with order-service played by the test. */
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class RequestIT {

    private final TopicReader topics;
    private final Invoicing invoicing;
    private final Orders orders;
    private final Shop shop;

    RequestIT(TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http, Members members) {
        this.topics = topics;
        invoicing = new Invoicing(database, writer, http, members);
        orders = invoicing.orders();
        shop = invoicing.shop();
    }

    @BeforeEach
    void openASeries() {
        shop.issuer();
    }

    @Test
    void answersWithTheInvoiceOnceTheOrderIsReleased() {
        Orders.Order order = invoicing.order(shop.customer());
        String key = UUID.randomUUID().toString();

        CompletableFuture<Shop.Answer> asked = askInBackground(order, key);
        orders.release(order, awaitQuestion(order));

        Shop.Answer invoice = asked.join().expect(201);
        assertThat(invoice.header("Location")).isEqualTo("/api/v1/invoices/" + invoice.id());
        assertThat(invoice.header("Preference-Applied")).isEqualTo("wait=10");
        assertThat(invoice.headers().getETag()).isEqualTo("\"1\"");
        Shop.Answer again = invoicing.ask(order, null, 10, key).expect(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(invoice.body());
        assertThat(documents(order)).isEqualTo(1);
    }

    @Test
    void answersThatItIsNotDecidedYetAndShowsTheOutcomeLater() {
        Orders.Order order = invoicing.order(shop.customer());
        String key = UUID.randomUUID().toString();

        Shop.Answer pending = invoicing.ask(order, "2026-04-01", 0, key).expect(202);

        assertThat(pending.header("Location")).isEqualTo("/api/v1/invoice-requests/" + pending.id());
        assertThat(pending.body().path("state").asString()).isEqualTo("PENDING");
        assertThat(pending.body().path("deliveryDate").asString()).isEqualTo("2026-04-01");
        assertThat(shop.audits("invoice-request", pending.id())).containsExactly("request-invoice");
        TopicReader.Message question =
                topics.await(Shop.INVOICES, Long.toString(order.id()), "kontor.invoice.invoice-requested.v1");
        EventSchema.of(question.type()).assertValid(String.valueOf(question.value()));

        orders.release(order, pending.id());
        long invoice = invoicing.awaitLive(order);

        Shop.Answer outcome = request(pending.id());
        assertThat(outcome.body().path("state").asString()).isEqualTo("ISSUED");
        assertThat(outcome.body().path("invoiceId").asLong()).isEqualTo(invoice);
        // The key goes on saying what it said.
        assertThat(invoicing.ask(order, "2026-04-01", 0, key).expect(202).body())
                .isEqualTo(pending.body());
    }

    @ParameterizedTest
    @CsvSource({
        "order-not-ready, 409",
        "invoice-exists, 409",
        "action-in-progress, 409",
        "unknown-reference, 422",
        "amount-out-of-range, 422",
        "something-new, 409"
    })
    void refusesWhatOrderServiceRefuses(String code, int status) {
        Orders.Order order = invoicing.order(shop.customer());
        String key = UUID.randomUUID().toString();

        CompletableFuture<Shop.Answer> asked = askInBackground(order, key);
        long question = awaitQuestion(order);
        orders.refuse(order, question, code);

        Shop.Answer refused = asked.join().expect(status);
        assertThat(refused.code()).isEqualTo(code.equals("something-new") ? "not-allowed-in-state" : code);
        assertThat(request(question).body().path("reason").asString()).isEqualTo(code);
        assertThat(shop.audits("invoice-request", question))
                .containsExactly("request-invoice", "refuse-invoice-request");
        Shop.Answer again = invoicing.ask(order, null, 10, key).expect(status);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.code()).isEqualTo(refused.code());
        assertThat(documents(order)).isZero();
        // Refused for now: whoever asks anew asks order-service anew.
        invoicing.ask(order, null).expect(202);
    }

    @Test
    void refusesAtOnceWhatIsKnownHere() {
        Orders.Order order = invoicing.order(shop.customer());
        invoicing.issue(order);

        assertThat(invoicing.ask(order, null).code()).isEqualTo("invoice-exists");
        assertThat(shop.post(invoicing.admin(), "/api/v1/invoices", "{\"orderId\": 5}")
                        .code())
                .isEqualTo("unknown-reference");

        Orders.Line gold = new Orders.Line(shop.product("Gold", "27"), 1, 9_000_000_000L);
        Orders.Order tooMuch = orders.place(orders.order(shop.customer(), gold));
        assertThat(invoicing.ask(tooMuch, null).code()).isEqualTo("amount-out-of-range");
        assertThat(shop.count("select count(*) from invoice_request where order_id = ?", tooMuch.id()))
                .isZero();

        Orders.Order other = invoicing.order(shop.customer());
        invoicing.ask(other, null).expect(202);
        assertThat(invoicing.ask(other, null).code()).isEqualTo("action-in-progress");
    }

    @Test
    void asksAgainWhileTheAnswerStaysOut() {
        Orders.Order order = invoicing.order(shop.customer());
        long request = invoicing.ask(order, null).expect(202).id();

        topics.await(
                Shop.INVOICES, message -> Long.toString(order.id()).equals(message.key()) && message.sequence() == 2);
        // Both questions are answered; the second answer changes nothing.
        orders.release(order, request);
        long invoice = invoicing.awaitLive(order);
        orders.release(order, request);
        orders.refuse(order, request, "invoice-exists");

        assertThat(request(request).body().path("invoiceId").asLong()).isEqualTo(invoice);
        assertThat(documents(order)).isEqualTo(1);
    }

    @Test
    void makesOneInvoiceOfManyRequestsAtOnce() {
        Orders.Order order = invoicing.order(shop.customer());
        String key = UUID.randomUUID().toString();
        List<Integer> statuses = Together.all(
                16,
                i -> invoicing
                        .ask(
                                order,
                                null,
                                0,
                                i % 2 == 0 ? key : UUID.randomUUID().toString())
                        .status());

        // Whoever is first has it; if that was the shared key, it has it eight times.
        assertThat(statuses).containsOnly(202, 409);
        assertThat(Collections.frequency(statuses, 202)).isIn(1, 8);
        assertThat(shop.count("select count(*) from invoice_request where order_id = ?", order.id()))
                .isEqualTo(1);
        orders.release(order, awaitQuestion(order));
        invoicing.awaitLive(order);
        assertThat(documents(order)).isEqualTo(1);
    }

    private CompletableFuture<Shop.Answer> askInBackground(Orders.Order order, String key) {
        return CompletableFuture.supplyAsync(() -> invoicing.ask(order, null, 10, key));
    }

    /** The id of the request that asks for this order. */
    private long awaitQuestion(Orders.Order order) {
        String pending = "select coalesce(max(id), 0) from invoice_request where order_id = ? and state = 'PENDING'";
        return Awaitility.await("the question about order " + order.id())
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> shop.count(pending, order.id()), id -> id > 0);
    }

    private Shop.Answer request(long id) {
        return shop.get(invoicing.admin(), "/api/v1/invoice-requests/" + id).expect(200);
    }

    private long documents(Orders.Order order) {
        return shop.count("select count(*) from invoice where order_id = ?", order.id());
    }
}
