package kontor.order.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kontor.order.Answer;
import kontor.order.Neighbours;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.order.Wire;
import kontor.platform.security.Caller;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Orders are released for their invoice once they are ready, and held until it is there (O-11). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class ReleaseIT {

    private static final String INVOICES = "kontor.invoice.invoice.v1";

    private final Shop shop;
    private final Neighbours neighbours;
    private final Wire wire;
    private final TopicWriter writer;
    private final Customer cleo;

    ReleaseIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        shop = new Shop(http, members, database, writer);
        neighbours = shop.neighbours();
        wire = new Wire(reader);
        cleo = shop.customer();
        this.writer = writer;
    }

    @Test
    void releasesAReadyOrderAndHoldsItUntilTheInvoice() {
        long id = shop.placed(cleo, 2).id();
        shop.move(id, "PACKAGED").expect(200);
        long request = Neighbours.nextId();

        neighbours.ask(id, request);
        Wire.Told released = wire.of(id, 4).getLast();

        assertThat(released.name()).isEqualTo("order-released-for-invoice");
        assertThat(released.body().path("requestId").asLong()).isEqualTo(request);
        assertThat(released.actor()).isEqualTo("0199c0de-0001-7000-8000-0000000000ad");
        assertThat(shop.order(id).body().path("invoiceHold").asBoolean()).isTrue();
        shop.move(id, "DELIVERED").refused(409, "action-in-progress");
        shop.cancel(shop.admin().bearer(), id).refused(409, "action-in-progress");

        long invoice = Neighbours.nextId();
        neighbours.issue(id, invoice);
        Answer billed = shop.order(id);
        assertThat(billed.body().path("invoiceHold").asBoolean()).isFalse();
        assertThat(billed.body().path("liveInvoiceId").asLong()).isEqualTo(invoice);
        shop.cancel(shop.admin().bearer(), id).refused(409, "invoice-exists");

        neighbours.cancelInvoice(id, invoice);
        assertThat(shop.log(id))
                .endsWith("INVOICE - -> released", "INVOICE - -> issued", "INVOICE issued -> cancelled");
        assertThat(shop.audits("order", id)).endsWith("release-order", "note-invoice", "note-cancelled-invoice");
        assertThat(shop.cancel(shop.admin().bearer(), id).expect(200).stands()).isEqualTo("CANCELLED");
    }

    @Test
    void refusesAnOrderThatIsNotReadyAndAnswersTheSameAgain() {
        long id = shop.placed(cleo, 1).id();
        long request = Neighbours.nextId();

        neighbours.ask(id, request);
        assertThat(wire.of(id, 3).getLast().body().path("code").asString("")).isEqualTo("order-not-ready");
        shop.move(id, "PACKAGED").expect(200);
        neighbours.ask(id, request);

        Wire.Told again = wire.of(id, 5).getLast();
        assertThat(again.name()).isEqualTo("invoice-request-refused");
        assertThat(again.body().path("code").asString("")).isEqualTo("order-not-ready");
        assertThat(shop.order(id).body().path("invoiceHold").asBoolean()).isFalse();
    }

    @Test
    void answersAnAskedReleaseAgainWithoutHoldingAgain() {
        long id = shop.placed(cleo, 1).id();
        shop.move(id, "PACKAGED").expect(200);
        long request = Neighbours.nextId();
        neighbours.ask(id, request);
        wire.of(id, 4);
        neighbours.issue(id, Neighbours.nextId());

        neighbours.ask(id, request);

        assertThat(wire.of(id, 5).getLast().body().path("requestId").asLong()).isEqualTo(request);
        assertThat(shop.order(id).body().path("invoiceHold").asBoolean()).isFalse();
        assertThat(shop.log(id)).containsOnlyOnce("INVOICE - -> released");
        neighbours.ask(id, Neighbours.nextId());
        assertThat(wire.of(id, 6).getLast().body().path("code").asString("")).isEqualTo("invoice-exists");
    }

    @Test
    void releasesADeliveredOrderByItselfOnce() {
        long id = shop.placed(cleo, 1).id();

        shop.move(id, "DELIVERED").expect(200);

        Wire.Told released = wire.of(id, 4).getLast();
        assertThat(released.name()).isEqualTo("order-released-for-invoice");
        assertThat(released.body().path("requestId").isNull()).isTrue();
        assertThat(released.actor()).isEqualTo(Caller.SYSTEM.toString());
        assertThat(released.body().path("deliveredAt").asString("")).isNotEmpty();
        long invoice = Neighbours.nextId();
        neighbours.issue(id, invoice);
        neighbours.cancelInvoice(id, invoice);
        assertThat(wire.names(id, 4)).containsOnlyOnce("order-released-for-invoice");
        assertThat(shop.order(id).body().path("autoInvoiced").asBoolean()).isTrue();
    }

    /** VAT took it there; held for an invoice that cannot be, it would stay so for ever (G-8). */
    @Test
    void releasesNoOrderThatHasLeftTheRangeOfMoney() {
        long gold = neighbours.product(9_000_000_000L, "0");
        long id = shop.placed(cleo, shop.order(cleo, Shop.line(gold, 1))).id();
        neighbours.tellProduct(gold, 2, Map.of("vatPercentage", 27));

        shop.move(id, "DELIVERED").expect(200);
        neighbours.ask(id, Neighbours.nextId());

        assertThat(wire.of(id, 4).getLast().body().path("code").asString("")).isEqualTo("amount-out-of-range");
        Answer order = shop.order(id);
        assertThat(order.stands()).isEqualTo("DELIVERED");
        assertThat(order.body().path("invoiceHold").asBoolean()).isFalse();
        assertThat(order.body().path("autoInvoiced").asBoolean()).isFalse();
        neighbours.tellProduct(gold, 3, Map.of("vatPercentage", 5));
        neighbours.ask(id, Neighbours.nextId());
        assertThat(wire.of(id, 5).getLast().name()).isEqualTo("order-released-for-invoice");
    }

    @Test
    void putsAsideWhatSpeaksOfNoOrder() {
        long id = 8_000_000_000L + System.nanoTime() % 1_000_000;

        writer.send(Fact.of(INVOICES, "kontor.invoice.invoice-requested.v1", id, 1, """
                {"orderId": %d, "requestId": 1, "requestedBy": "%s"}""".formatted(id, Caller.SYSTEM)));

        assertThat(wire.deadLetter(INVOICES, Long.toString(id))).contains("requestId");
    }
}
