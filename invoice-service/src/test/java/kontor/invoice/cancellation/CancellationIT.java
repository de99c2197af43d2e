package kontor.invoice.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class CancellationIT {

    private static final String PATH = "/api/v1/invoice-cancellations";

    private final TopicReader topics;
    private final Invoicing invoicing;
    private final Shop shop;
    private final String admin;

    CancellationIT(
            TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http, Members members) {
        this.topics = topics;
        invoicing = new Invoicing(database, writer, http, members);
        shop = invoicing.shop();
        admin = invoicing.admin();
    }

    @BeforeEach
    void openASeries() {
        shop.issuer();
    }

    /** Example 3: item amounts -3, -1, -2, gross -2 883. */
    @Test
    void turnsTheInvoiceIntoADocumentOfItsOwn() {
        Orders.Order order = invoicing.order(shop.customer());
        Shop.Answer invoice = invoicing.issue(order);

        Shop.Answer cancellation = invoicing.cancel(invoice.id()).expect(201);

        assertThat(cancellation.header("Location")).isEqualTo("/api/v1/invoices/" + cancellation.id());
        assertThat(cancellation.body().path("kind").asString()).isEqualTo("CANCELLATION");
        assertThat(cancellation.body().path("cancels").asString())
                .isEqualTo(invoice.body().path("number").asString());
        assertThat(cancellation.body().path("cancelsId").asLong()).isEqualTo(invoice.id());
        assertThat(cancellation.body().path("reason").asString()).isEqualTo("Wrong address");
        assertThat(cancellation.body().path("grossMinor").asLong()).isEqualTo(-2_883);
        assertThat(cancellation.body().path("netMinor").asLong()).isEqualTo(-2_525);
        assertThat(cancellation.body().path("itemCount").asInt()).isEqualTo(-6);
        assertThat(cancellation
                        .body()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("amount").asInt()))
                .containsExactly(-3, -1, -2);
        assertThat(cancellation
                        .body()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("unitPriceMinor").asInt()))
                .containsExactly(410, 95, 600);
        assertThat(cancellation
                        .body()
                        .path("vat")
                        .valueStream()
                        .map(rate -> rate.path("vatMinor").asInt()))
                .containsExactly(0, -358);
    }

    @Test
    void marksTheInvoiceAndIsTold() {
        Orders.Order order = invoicing.order(shop.customer());
        Shop.Answer invoice = invoicing.issue(order);
        Shop.Answer cancellation = invoicing.cancel(invoice.id()).expect(201);

        Shop.Answer cancelled = shop.get(admin, "/api/v1/invoices/" + invoice.id());
        assertThat(cancelled.body().path("cancelled").asBoolean()).isTrue();
        assertThat(cancelled.body().path("cancelledById").asLong()).isEqualTo(cancellation.id());
        assertThat(cancelled.body().path("contentHash"))
                .isEqualTo(invoice.body().path("contentHash"));
        assertThat(shop.audits("invoice", invoice.id())).containsExactly("issue-invoice", "cancel-invoice");
        TopicReader.Message told =
                topics.await(Shop.INVOICES, Long.toString(order.id()), "kontor.invoice.invoice-cancelled.v1");
        EventSchema.of(told.type()).assertValid(String.valueOf(told.value()));
        assertThat(told.sequence()).isEqualTo(2);
    }

    @Test
    void happensOnceAndNotToACancellation() {
        long invoice = invoicing.issue(shop.customer()).id();
        long cancellation = invoicing.cancel(invoice).expect(201).id();

        assertThat(invoicing.cancel(invoice).code()).isEqualTo("already-in-state");
        assertThat(invoicing.cancel(cancellation).code()).isEqualTo("not-allowed-in-state");
        assertThat(invoicing.cancel(0).code()).isEqualTo("unknown-reference");
    }

    @Test
    void namesTheInvoiceByCustomerAndOrderToo() {
        Shop.Customer cleo = shop.tell(shop.customer().called("Cléo  \"X\" Nagy"));
        Orders.Order order = invoicing.order(cleo);
        long invoice = invoicing.issue(order).id();

        assertThat(byName("Cléo  \"X\" nagy", order.id()).code()).isEqualTo("unknown-reference");
        assertThat(byName("Cléo", order.id()).code()).isEqualTo("unknown-reference");
        assertThat(byName("Cléo  \"X\" Nagy", order.id() + 1).code()).isEqualTo("unknown-reference");
        assertThat(byName("Cléo  \"X\" Nagy", order.id())
                        .expect(201)
                        .body()
                        .path("cancelsId")
                        .asLong())
                .isEqualTo(invoice);
        // Nothing live is left by that name.
        assertThat(byName("Cléo  \"X\" Nagy", order.id()).code()).isEqualTo("unknown-reference");
    }

    @Test
    void givesTheSameAnswerToTheSameKey() {
        long invoice = invoicing.issue(shop.customer()).id();
        String key = UUID.randomUUID().toString();
        String body = "{\"invoiceId\": %d, \"reason\": \"Twice\"}".formatted(invoice);

        Shop.Answer first = post(key, body).expect(201);
        Shop.Answer again = post(key, body).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(post(key, body.replace("Twice", "Thrice")).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void happensOnceUnderManyRequestsAtOnce() {
        long invoice = invoicing.issue(shop.customer()).id();
        AtomicInteger made = new AtomicInteger();

        Together.run(8, IntStream.range(0, 8).mapToObj(i -> () -> {
            Shop.Answer answer = invoicing.cancel(invoice);
            if (answer.status() == 201) {
                made.incrementAndGet();
            } else {
                assertThat(answer.code()).isEqualTo("already-in-state");
            }
        }));

        assertThat(made).hasValue(1);
        assertThat(shop.count("select count(*) from invoice where cancels_id = ?", invoice))
                .isEqualTo(1);
    }

    /** V-13: with the issuer, VAT and addresses of that moment. */
    @Test
    void letsTheOrderBeInvoicedAnew() {
        Shop.Customer cleo = shop.customer();
        Orders.Order order = invoicing.order(cleo);
        Shop.Answer first = invoicing.issue(order);
        invoicing.cancel(first.id()).expect(201);
        long issuer = shop.issuer();
        shop.tell(cleo.at(shop.site("Graz")));

        Shop.Answer second = invoicing.request(order, null);

        assertThat(second.body().path("issuerId").asLong()).isEqualTo(issuer);
        assertThat(second.body().path("customerCity").asString()).isEqualTo("Graz");
        assertThat(second.body().path("number").asString()).endsWith("-000001");
        assertThat(first.body().path("customerCity").asString()).isEqualTo("Vienna");
    }

    private Shop.Answer byName(String name, long orderId) {
        return post(
                UUID.randomUUID().toString(),
                "{\"customerName\": \"%s\", \"orderId\": %d, \"reason\": \"x\"}"
                        .formatted(name.replace("\"", "\\\""), orderId));
    }

    private Shop.Answer post(String key, String body) {
        return shop.send(HttpMethod.POST, admin, PATH, key, body);
    }
}
