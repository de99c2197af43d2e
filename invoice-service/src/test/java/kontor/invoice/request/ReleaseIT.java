package kontor.invoice.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import kontor.invoice.Invoicing;
import kontor.invoice.Orders;
import kontor.invoice.Shop;
import kontor.platform.MovableClock;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A released order ends in one document, sooner or later. */
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class ReleaseIT {

    private final MovableClock clock;
    private final MeterRegistry meters;
    private final Invoicing invoicing;
    private final Orders orders;
    private final Shop shop;

    ReleaseIT(
            TestDatabase database,
            TopicWriter writer,
            RestTestClient http,
            Members members,
            MovableClock clock,
            MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
        invoicing = new Invoicing(database, writer, http, members);
        orders = invoicing.orders();
        shop = invoicing.shop();
    }

    @BeforeEach
    void openASeries() {
        shop.issuer();
    }

    @AfterEach
    void resetClock() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void issuesOneInvoiceHoweverOftenTheReleaseComes() {
        Orders.Order order = invoicing.order(shop.customer());
        Fact release = orders.release(order);
        long invoice = invoicing.awaitLive(order);

        orders.send(release);
        orders.release(order);
        invoicing.cancel(invoice).expect(201);
        orders.send(release);
        orders.release(order);
        // What comes behind it has been taken, so it has been taken too.
        invoicing.issue(invoicing.order(shop.customer()));

        assertThat(documents(order)).isEqualTo(2);
        assertThat(shop.count("select count(*) from invoice_request where order_id = ?", order.id()))
                .isEqualTo(1);
    }

    @Test
    void givesAReleaseThatComesWhileItAsksToTheRequest() {
        Orders.Order order = invoicing.order(shop.customer());
        long request = invoicing.ask(order, "2026-04-01").expect(202).id();

        orders.release(order);
        long invoice = invoicing.awaitLive(order);
        orders.refuse(order, request, "action-in-progress");

        assertThat(request(request).body().path("invoiceId").asLong()).isEqualTo(invoice);
        assertThat(shop.get(invoicing.admin(), "/api/v1/invoices/" + invoice)
                        .body()
                        .path("deliveryDate")
                        .asString())
                .isEqualTo("2026-04-01");
    }

    /** Before the first issuer there is none in effect; the clock goes back there. */
    @Test
    void refusesARequestAndKeepsAReleaseWhileThereIsNoIssuer() {
        Orders.Order asked = invoicing.order(shop.customer());
        Orders.Order released = invoicing.order(shop.customer());
        clock.moveTo(Duration.ofDays(-20_000));

        assertThat(invoicing.ask(asked, null).code()).isEqualTo("not-allowed-in-state");
        // The rule about the delivery date comes before.
        assertThat(invoicing.ask(asked, "2026-02-28").code()).isEqualTo("wrong-order");
        assertThat(shop.get(invoicing.admin(), "/api/v1/issuers/current").code())
                .isEqualTo("not-found");
        orders.release(released);
        shop.awaitCount(
                "select count(*) from invoice_request where order_id = ? and state = 'PENDING' and released",
                released.id());
        awaitALook();
        assertThat(documents(released)).isZero();

        clock.moveTo(Duration.ZERO);
        invoicing.awaitLive(released);
    }

    @Test
    void waitsForCustomerAndProductsThatAreNotKnownYet() {
        Shop.Customer stranger = shop.unheardOf();
        long product = shop.number();
        Orders.Order order = orders.place(orders.order(stranger, new Orders.Line(product, 1, 100)));
        orders.release(order);
        shop.tellProduct(product, "Tea", "27");
        awaitALook();
        assertThat(documents(order)).isZero();

        shop.tell(stranger);

        invoicing.awaitLive(order);
        assertThat(shop.get(invoicing.admin(), "/api/v1/invoices?orderId=" + order.id())
                        .items())
                .hasSize(1);
    }

    /** The job has found something that has to wait. */
    private void awaitALook() {
        Gauge waiting = meters.get("invoice.request.waiting").gauge();
        Awaitility.await("a look at what is released")
                .atMost(Duration.ofSeconds(20))
                .until(() -> waiting.value() >= 1);
    }

    private Shop.Answer request(long id) {
        return shop.get(invoicing.admin(), "/api/v1/invoice-requests/" + id).expect(200);
    }

    private long documents(Orders.Order order) {
        return shop.count("select count(*) from invoice where order_id = ?", order.id());
    }
}
