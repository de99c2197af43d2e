package kontor.ledger.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.ledger.receivable.Invoices.Invoice;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class InvoicePaymentIT {

    private final TestDatabase database;
    private final TopicReader topics;
    private final Shop shop;
    private final Member ada;
    private final Invoices invoices;
    private final long customer = Invoices.id();
    private final Invoice invoice;

    InvoicePaymentIT(
            Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        this.database = database;
        this.topics = topics;
        shop = new Shop(database, writer, http);
        ada = members.admin();
        invoices = new Invoices(shop, database, writer, ada);
        invoice = invoices.issue(Invoices.invoice(customer));
    }

    @Test
    void paysTheInvoiceAndTellsIt() {
        Shop.Answer paid = invoices.pay(invoice, 1_000);

        assertThat(paid.status()).isEqualTo(201);
        assertThat(paid.headers().getFirst("Location")).isEqualTo(Invoices.PAYMENTS + "/" + paid.id());
        assertThat(paid.headers().getETag()).isEqualTo("\"1\"");
        assertThat(paid.body().path("receivedOn").asString()).isEqualTo("2020-05-20");
        assertThat(invoices.read(invoice).path("openMinor").asLong()).isEqualTo(1_883);
        assertThat(shop.posted("payment:%d:1".formatted(paid.id())))
                .containsExactlyInAnyOrder("CASH  -1000", "RECEIVABLE %d 1000".formatted(customer));
        assertThat(shop.audits("invoice-payment", paid.id())).containsExactly("record-invoice-payment");
        var told = topics.await(
                "kontor.ledger.receivable.v1",
                Long.toString(invoice.id()),
                "kontor.ledger.invoice-payment-recorded.v1");
        EventSchema.of(told.type()).assertValid(String.valueOf(told.value()));
        assertThat(told.sequence()).isEqualTo(2);
        assertThat(told.value()).contains("\"actorId\":\"" + ada.id() + "\"");
    }

    @Test
    void isRevokedAndReapplied() {
        long id = invoices.pay(invoice, 1_000).id();

        Shop.Answer revoked = invoices.switchOver(id, true);
        assertThat(revoked.status()).isEqualTo(201);
        assertThat(revoked.body().path("revoked").asBoolean()).isTrue();
        assertThat(invoices.switchOver(id, true).code()).isEqualTo("already-in-state");
        assertThat(invoices.read(invoice).path("paidMinor").asLong()).isZero();
        assertThat(invoices.switchOver(id, false).headers().getETag()).isEqualTo("\"3\"");

        assertThat(invoices.entries(customer)).containsExactly(-2_883L, 1_000L, -1_000L, 1_000L);
        assertThat(kinds(id)).containsExactly("PAYMENT", "PAYMENT_REVOKED of PAYMENT", "PAYMENT_REAPPLIED");
        JsonNode payment = shop.get(ada.bearer(), Invoices.PAYMENTS + "/" + id).body();
        assertThat(payment.path("history")
                        .valueStream()
                        .map(row -> row.path("revoked").asBoolean()))
                .containsExactly(true, false);
        assertThat(invoices.read(invoice).path("version").asLong()).isEqualTo(4);
        assertThat(shop.audits("invoice-payment", id))
                .containsExactly("record-invoice-payment", "revoke-invoice-payment", "reapply-invoice-payment");
        var told = topics.await(
                "kontor.ledger.receivable.v1",
                Long.toString(invoice.id()),
                "kontor.ledger.invoice-payment-reapplied.v1");
        EventSchema.of(told.type()).assertValid(String.valueOf(told.value()));
        assertThat(new VerifySet(database).offenders()).isEmpty();
    }

    /** How the bookings of a payment are called, and what they reverse. */
    private List<String> kinds(long paymentId) {
        return database.asOwner()
                .sql("""
                        select t.kind || coalesce(' of ' || o.kind, '')
                        from transfer t left join transfer o on o.id = t.reverses_id
                        where t.business_ref like ? order by t.id
                        """)
                .param("payment:%d:%%".formatted(paymentId))
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void keepsTheSumWithinTheInvoice() {
        assertThat(invoices.pay(invoice, 2_884).code()).isEqualTo("payment-out-of-range");
        assertThat(invoices.pay(invoice, -1).code()).isEqualTo("payment-out-of-range");
        long first = invoices.pay(invoice, 2_883).id();
        assertThat(invoices.pay(invoice, 1).code()).isEqualTo("payment-out-of-range");
        invoices.switchOver(first, true);
        long other = invoices.pay(invoice, 5).id();

        assertThat(invoices.switchOver(first, false).code()).isEqualTo("payment-out-of-range");

        invoices.pay(invoice, -3);
        assertThat(invoices.switchOver(other, true).code()).isEqualTo("payment-out-of-range");
        assertThat(invoices.read(invoice).path("paidMinor").asLong()).isEqualTo(2);
        assertThat(invoices.entries(customer)).containsExactly(-2_883L, 2_883L, -2_883L, 5L, -3L);
    }

    @Test
    void onlyPaysBackOnceCancelled() {
        invoices.pay(invoice, 1_000);
        invoices.cancel(invoice);
        assertThat(invoices.read(invoice).path("openMinor").asLong()).isEqualTo(-1_000);

        assertThat(invoices.pay(invoice, 1).code()).isEqualTo("payment-out-of-range");
        assertThat(invoices.pay(invoice, -1_001).code()).isEqualTo("payment-out-of-range");
        assertThat(invoices.pay(invoice, -400).status()).isEqualTo(201);
        long mistake = invoices.pay(invoice, -600).id();
        assertThat(invoices.pay(invoice, -1).code()).isEqualTo("payment-out-of-range");

        assertThat(invoices.switchOver(mistake, true).status()).isEqualTo(201);
        assertThat(invoices.read(invoice).path("openMinor").asLong()).isEqualTo(-600);
        assertThat(invoices.entries(customer)).containsExactly(-2_883L, 1_000L, 2_883L, -400L, -600L, 600L);
        assertThat(new VerifySet(database).offenders()).isEmpty();
    }

    @Test
    void takesTheDayOfTodayAndNoneToCome() {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        String payment = "{\"amountMinor\": 5, \"receivedOn\": \"%s\"}";

        assertThat(shop.post(ada.bearer(), Invoices.paymentsOf(invoice.id()), payment.formatted(today.plusDays(1)))
                        .code())
                .isEqualTo("in-future");
        assertThat(shop.post(ada.bearer(), Invoices.paymentsOf(invoice.id()), payment.formatted(today))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesADayToCome() {
        Shop.Answer answer = shop.post(
                ada.bearer(),
                Invoices.paymentsOf(invoice.id()),
                "{\"amountMinor\": 5, \"receivedOn\": \"9999-12-31\"}");

        assertThat(answer.code()).isEqualTo("in-future");
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void takesAnyDayOfThePastAndNoComment() {
        Shop.Answer answer = shop.post(
                ada.bearer(),
                Invoices.paymentsOf(invoice.id()),
                "{\"amountMinor\": 5, \"receivedOn\": \"0001-02-03\"}");

        JsonNode read =
                shop.get(ada.bearer(), Invoices.PAYMENTS + "/" + answer.id()).body();
        assertThat(read.path("receivedOn").asString()).isEqualTo("0001-02-03");
        assertThat(read.path("comment").isNull()).isTrue();
    }

    /** Forty at once for what holds twenty-eight. */
    @Test
    void neverTakesMoreThanTheInvoiceDemands() {
        AtomicInteger taken = new AtomicInteger();

        Together.run(40, IntStream.range(0, 40).mapToObj(i -> () -> {
            Shop.Answer answer = invoices.pay(invoice, 100);
            if (answer.status() == 201) {
                taken.incrementAndGet();
            } else {
                assertThat(answer.code()).isEqualTo("payment-out-of-range");
            }
        }));

        assertThat(taken).hasValue(28);
        assertThat(invoices.read(invoice).path("paidMinor").asLong()).isEqualTo(2_800);
        assertThat(invoices.entries(customer)).hasSize(29);
    }

    @Test
    void staysSingleUnderTwentyEqualRequestsAtOnce() {
        String key = UUID.randomUUID().toString();

        Together.run(20, IntStream.range(0, 20).mapToObj(i -> () -> {
            Shop.Answer answer =
                    shop.post(ada.bearer(), Invoices.paymentsOf(invoice.id()), key, Invoices.payment(2_000));
            assertThat(answer.status()).isEqualTo(201);
        }));

        assertThat(invoices.entries(customer)).containsExactly(-2_883L, 2_000L);
    }

    /** Payments, their switches and the cancellation cross each other. */
    @Test
    void staysRightWhileTheInvoiceIsCancelled() {
        long first = invoices.pay(invoice, 700).id();

        Stream<Runnable> paying = IntStream.range(0, 12)
                .mapToObj(i -> () -> assertThat(
                                invoices.pay(invoice, i % 3 == 0 ? -50 : 90).status())
                        .isIn(201, 422));
        Stream<Runnable> switching = IntStream.range(0, 12)
                .mapToObj(i ->
                        () -> assertThat(invoices.switchOver(first, i % 2 == 0).status())
                                .isIn(201, 409, 422));
        Together.run(12, Stream.concat(Stream.concat(paying, switching), Stream.of(() -> invoices.cancel(invoice))));

        JsonNode shown = invoices.read(invoice);
        assertThat(shown.path("cancelled").asBoolean()).isTrue();
        assertThat(invoices.entries(customer).stream()
                        .mapToLong(amount -> amount)
                        .sum())
                .isEqualTo(shown.path("paidMinor").asLong());
        assertThat(new VerifySet(database).offenders()).isEmpty();
    }
}
