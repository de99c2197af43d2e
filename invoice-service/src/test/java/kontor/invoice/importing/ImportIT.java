package kontor.invoice.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import kontor.invoice.Invoicing;
import kontor.invoice.Orders;
import kontor.invoice.Retail;
import kontor.invoice.Shop;
import kontor.invoice.Shop.Answer;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicReader.Message;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Issuers and invoices of a retail shop. */
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class ImportIT {

    /** 30 January 2008 begins in the zone of these tests, which is not UTC. */
    private static final String MIDNIGHT = "2008-01-29T23:00:00Z";

    private final Invoicing invoicing;
    private final Shop shop;
    private final Retail retail;
    private final TopicReader topics;
    private final TestDatabase database;

    ImportIT(TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http, Members members) {
        invoicing = new Invoicing(database, writer, http, members);
        shop = invoicing.shop();
        retail = new Retail(invoicing);
        this.topics = topics;
        this.database = database;
    }

    @Test
    void takesOverAnInvoiceAsItWasPrinted() {
        Orders.Order order = invoicing.order(shop.customer());
        long issuer = Retail.id(retail.issuers(Retail.issuer()), 0);

        long id = Retail.id(retail.invoices(Retail.invoice(issuer, order.id())), 0);

        JsonNode invoice = shop.get(invoicing.admin(), "/api/v1/invoices/" + id)
                .expect(200)
                .body();
        assertThat(invoice.get("externalSource").asString()).isEqualTo("retail");
        assertThat(invoice.get("number").asString())
                .isEqualTo("import-" + invoice.get("externalId").asString());
        assertThat(invoice.get("seqNo").isNull()).isTrue();
        assertThat(invoice.get("customerName").asString()).isEqualTo("Cleo Once");
        assertThat(invoice.get("customerCountry").asString()).isEqualTo("HU");
        assertThat(invoice.get("creationDate").asString()).isEqualTo("2008-01-30");
        assertThat(invoice.get("deliveryDate").asString()).isEqualTo("2008-01-31");
        assertThat(invoice.get("paymentDeadline").asString()).isEqualTo("2008-02-05");
        assertThat(invoice.get("issuedAt").asString()).isEqualTo(MIDNIGHT);
        assertThat(invoice.get("netMinor").asLong()).isEqualTo(18_566);
        assertThat(invoice.get("grossMinor").asLong()).isEqualTo(23_579);
        assertThat(invoice.get("printedCopies").asInt()).isEqualTo(2);
        assertThat(invoice.at("/items/1/orderItemId").asLong()).isEqualTo(order.itemId(2));
        assertThat(invoice.at("/items/1/name").asString()).isEqualTo("Printed 3");
        assertThat(invoice.at("/shipTo/name").asString()).isNotEmpty();
        assertThat(shop.audits("invoice", id)).containsExactly("import-invoice");
        assertThat(shop.get(
                                invoicing.admin(),
                                "/api/v1/invoices?externalId=retail:"
                                        + invoice.get("externalId").asString())
                        .items())
                .hasSize(1);
    }

    @Test
    void tellsOfItOnceWithTheTimeItHad() {
        Orders.Order order = invoicing.order(shop.customer());
        long issuer = Retail.id(retail.issuers(Retail.issuer()), 0);

        long id = Retail.id(retail.invoices(Retail.invoice(issuer, order.id())), 0);

        Message told = told(Shop.INVOICES, order.id(), 1).getFirst();
        assertThat(told.type()).isEqualTo("kontor.invoice.invoice-issued.v1");
        EventSchema.of(told.type()).assertValid(String.valueOf(told.value()));
        assertThat(told.headers()).containsEntry("ce_imported", "true").containsEntry("ce_time", MIDNIGHT);
        JsonNode body = JsonMapper.shared().readTree(String.valueOf(told.value()));
        assertThat(body.get("invoiceId").asLong()).isEqualTo(id);
        assertThat(body.get("requestId").isNull()).isTrue();
    }

    /** Its prints go on counting (V-10); cancelling gives it a document of the series, it has none itself (V-11). */
    @Test
    void goesOnLikeAnyOtherInvoice() {
        Orders.Order order = invoicing.order(shop.customer());
        long issuer = Retail.id(retail.issuers(Retail.issuer()), 0);
        long id = Retail.id(retail.invoices(Retail.invoice(issuer, order.id())), 0);

        assertThat(shop.send(HttpMethod.POST, invoicing.admin(), "/api/v1/invoices/" + id + "/prints", null, null)
                        .expect(201)
                        .header("X-Copy"))
                .isEqualTo("2");
        JsonNode cancellation = invoicing.cancel(id).expect(201).body();

        assertThat(cancellation.get("seqNo").asInt()).isEqualTo(1);
        assertThat(cancellation.get("grossMinor").asLong()).isEqualTo(-23_579);
        assertThat(told(Shop.INVOICES, order.id(), 3))
                .extracting(Message::type)
                .containsExactly(
                        "kontor.invoice.invoice-issued.v1",
                        "kontor.invoice.invoice-printed.v1",
                        "kontor.invoice.invoice-cancelled.v1");
    }

    @Test
    void tellsOfACancelledOneAsSuchAndCountsItNowhere() {
        Shop.Customer customer = shop.customer();
        Orders.Order order = invoicing.order(customer);
        long issuer = Retail.id(retail.issuers(Retail.issuer()), 0);
        JsonNode before = summary();

        long id = Retail.id(
                retail.invoices(row(issuer, order).replace("\"cancelled\": false", "\"cancelled\": true")), 0);

        assertThat(shop.get(invoicing.admin(), "/api/v1/invoices/" + id)
                        .body()
                        .get("cancelled")
                        .asBoolean())
                .isTrue();
        Message told = told(Shop.INVOICES, order.id(), 1).getFirst();
        assertThat(told.type()).isEqualTo("kontor.invoice.cancelled-invoice-imported.v1");
        EventSchema.of(told.type()).assertValid(String.valueOf(told.value()));
        assertThat(told.headers())
                .containsEntry("ce_imported", "true")
                .containsEntry("ce_time", "2008-02-10T23:00:00Z");
        JsonNode body = JsonMapper.shared().readTree(String.valueOf(told.value()));
        assertThat(body.get("orderId").asLong()).isEqualTo(order.id());
        assertThat(body.get("invoiceId").asLong()).isEqualTo(id);
        assertThat(body.get("customerId").asLong()).isEqualTo(customer.id());
        assertThat(body.get("number").asString()).startsWith("import-");
        assertThat(body.get("creationDate").asString()).isEqualTo("2008-02-11");
        assertThat(summary()).isEqualTo(before);

        retail.invoices(row(issuer, order)).expect(200);

        assertThat(told(Shop.INVOICES, order.id(), 2).getLast().type()).isEqualTo("kontor.invoice.invoice-issued.v1");
        assertThat(summary()).isNotEqualTo(before);
    }

    /** Of a day that no other test has invoices of. */
    private static String row(long issuer, Orders.Order order) {
        return Retail.invoice(issuer, order.id()).replace("2008-01-30", "2008-02-11");
    }

    private JsonNode summary() {
        return shop.get(invoicing.admin(), "/api/v1/invoices/summary?from=2008-02-11&to=2008-02-12")
                .expect(200)
                .body();
    }

    @Test
    void letsIssuersTakeEffectBeforeThoseOfTheShop() {
        long own = shop.issuer();

        Answer taken = retail.issuers(Retail.issuer(), Retail.issuer());

        Instant one = validFrom(Retail.id(taken, 0));
        Instant other = validFrom(Retail.id(taken, 1));
        assertThat(one).isBefore(other);
        assertThat(other).isBefore(validFrom(own));
        assertThat(shop.get(invoicing.admin(), "/api/v1/issuers/current").id()).isEqualTo(own);
        Message told = told("kontor.invoice.issuer.v1", Retail.id(taken, 0), 1).getFirst();
        EventSchema.of(told.type()).assertValid(String.valueOf(told.value()));
        assertThat(told.headers()).containsEntry("ce_imported", "true");
        assertThat(shop.audits("issuer", Retail.id(taken, 0))).containsExactly("import-issuer");
    }

    private Instant validFrom(long issuer) {
        return Instant.parse(shop.get(invoicing.admin(), "/api/v1/issuers/" + issuer)
                .expect(200)
                .body()
                .get("validFrom")
                .asString());
    }

    @Test
    void isThereOnceHoweverOftenItIsSent() {
        Orders.Order order = invoicing.order(shop.customer());
        String issuer = Retail.issuer();
        long issuerId = Retail.id(retail.issuers(issuer), 0);
        String row = Retail.invoice(issuerId, order.id());

        List<Answer> answers = new CopyOnWriteArrayList<>();
        Together.run(
                4,
                Stream.<Runnable>generate(() -> () -> answers.add(retail.invoices(row)))
                        .limit(4));

        assertThat(answers.stream().map(answer -> Retail.outcome(answer, 0)))
                .containsExactlyInAnyOrder("CREATED", "UNCHANGED", "UNCHANGED", "UNCHANGED");
        List<Long> before = Retail.rows(database);
        assertThat(Retail.outcome(retail.issuers(issuer), 0)).isEqualTo("UNCHANGED");
        assertThat(Retail.outcome(retail.invoices(row.replace("2008", "2999")), 0))
                .isEqualTo("UNCHANGED");
        assertThat(Retail.rows(database)).isEqualTo(before);
    }

    private List<Message> told(String topic, long key, int atLeast) {
        return Awaitility.await(topic + " of " + key)
                .atMost(Duration.ofSeconds(20))
                .until(() -> topics.all(topic, Long.toString(key)), all -> all.size() >= atLeast);
    }
}
