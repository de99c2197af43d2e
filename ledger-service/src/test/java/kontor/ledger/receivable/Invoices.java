package kontor.ledger.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kontor.ledger.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.Member;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Invoices as invoice-service tells of them, and what an admin does with their payments. */
public final class Invoices {

    public static final String RECEIVABLES = "/api/v1/receivables";
    public static final String PAYMENTS = "/api/v1/invoice-payments";

    static final String ISSUED = "kontor.invoice.invoice-issued.v1";
    static final String CANCELLED = "kontor.invoice.invoice-cancelled.v1";

    private static final String TOPIC = "kontor.invoice.invoice.v1";
    private static final LocalDate FAR = LocalDate.parse("2999-12-31");
    private static final AtomicLong IDS = new AtomicLong(10_000);

    private final Shop shop;
    private final TestDatabase database;
    private final TopicWriter topics;
    private final Member admin;

    public Invoices(Shop shop, TestDatabase database, TopicWriter topics, Member admin) {
        this.shop = shop;
        this.database = database;
        this.topics = topics;
        this.admin = admin;
    }

    /** Net and VAT at a rate, minor units. */
    public record Row(String percentage, long netMinor, long vatMinor) {}

    /** An invoice; its order's stream begins with the request for it. */
    public record Invoice(long id, long orderId, long customerId, LocalDate deadline, Instant at, List<Row> rows) {

        public Invoice at(Instant time) {
            return new Invoice(id, orderId, customerId, deadline, time, rows);
        }

        public Invoice due(LocalDate day) {
            return new Invoice(id, orderId, customerId, day, at, rows);
        }

        public long gross() {
            return rows.stream().mapToLong(row -> row.netMinor + row.vatMinor).sum();
        }
    }

    /** A customer or an order that no other test has. */
    public static long id() {
        return IDS.incrementAndGet();
    }

    /** Not issued yet; due in the far future. */
    public static Invoice invoice(long customerId, Row... rows) {
        return new Invoice(id(), id(), customerId, FAR, Instant.parse("2026-03-02T10:00:00.000001Z"), List.of(rows));
    }

    /** Of 2 883, as the example of the contract. */
    public static Invoice invoice(long customerId) {
        return invoice(customerId, new Row("0", 1_200, 0), new Row("27", 1_325, 358));
    }

    /** Tells it and waits until the ledger has taken note. */
    public Invoice issue(Invoice invoice) {
        tell(2, issued(invoice, 2));
        return invoice;
    }

    public Invoice cancel(Invoice invoice) {
        tell(3, cancelled(invoice, 3));
        return invoice;
    }

    /** Sends it, behind the facts before it, and waits until the ledger has come to this version of the stream. */
    void tell(long version, Fact... facts) {
        topics.send(facts);
        Awaitility.await("the ledger to hear of order " + facts[0].key())
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.asOwner()
                        .sql("""
                                select exists (select from inbox_version
                                where consumer = 'ledger.receivable' and topic = ? and key = ? and version >= ?)
                                """)
                        .params(TOPIC, facts[0].key(), version)
                        .query((row, n) -> row.getBoolean(1))
                        .single());
    }

    /** As the contract says, with this version; the request for it stands before it. */
    Fact[] issued(Invoice invoice, long version) {
        ObjectNode body = object(EventSchema.of(ISSUED).example());
        body.put("orderId", invoice.orderId)
                .put("invoiceId", invoice.id)
                .put("number", number(invoice))
                .put("customerId", invoice.customerId)
                .put("paymentDeadline", invoice.deadline.toString())
                .put("issuedAt", invoice.at.toString())
                .put("grossMinor", invoice.gross());
        rows(body.putArray("vat"), invoice, 1);
        Fact requested = Fact.example(TOPIC, "kontor.invoice.invoice-requested.v1", invoice.orderId, 1);
        return version == 2
                ? new Fact[] {requested, fact(ISSUED, invoice, version, body)}
                : new Fact[] {fact(ISSUED, invoice, version, body)};
    }

    Fact cancelled(Invoice invoice, long version) {
        ObjectNode body = object(EventSchema.of(CANCELLED).example());
        body.put("orderId", invoice.orderId)
                .put("invoiceId", invoice.id)
                .put("number", number(invoice))
                .put("customerId", invoice.customerId);
        rows(body.putArray("vat"), invoice, -1);
        ((ObjectNode) body.required("cancellation"))
                .put("issuedAt", invoice.at.plusSeconds(60).toString());
        return fact(CANCELLED, invoice, version, body)
                .header("ce_time", invoice.at.plusSeconds(61).toString());
    }

    private static Fact fact(String type, Invoice invoice, long version, ObjectNode body) {
        EventSchema.of(type).assertValid(body.toString());
        return Fact.of(TOPIC, type, invoice.orderId, version, body.toString())
                .header("ce_time", invoice.at.plusSeconds(1).toString());
    }

    private static void rows(ArrayNode array, Invoice invoice, int sign) {
        invoice.rows.forEach(row -> array.addObject()
                .put("percentage", new BigDecimal(row.percentage))
                .put("netMinor", sign * row.netMinor)
                .put("vatMinor", sign * row.vatMinor));
    }

    static String number(Invoice invoice) {
        return "4-2026-" + invoice.id;
    }

    public Shop.Answer pay(Invoice invoice, long amountMinor) {
        return shop.post(admin.bearer(), paymentsOf(invoice.id), payment(amountMinor));
    }

    public Shop.Answer switchOver(long paymentId, boolean revoked) {
        return shop.post(
                admin.bearer(), PAYMENTS + "/" + paymentId + "/revocations", "{\"revoked\": %b}".formatted(revoked));
    }

    /** As an admin reads it. */
    JsonNode read(Invoice invoice) {
        Shop.Answer answer = shop.get(admin.bearer(), RECEIVABLES + "/" + invoice.id);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    public static String paymentsOf(long invoiceId) {
        return RECEIVABLES + "/" + invoiceId + "/payments";
    }

    public static String payment(long amountMinor) {
        return "{\"amountMinor\": %d, \"receivedOn\": \"2020-05-20\", \"comment\": \"wire\"}".formatted(amountMinor);
    }

    /** Entries of the customer's account, oldest first. */
    List<Long> entries(long customerId) {
        return database.asOwner()
                .sql("""
                        select e.amount_minor from entry e join account a on a.id = e.account_id
                        where a.kind = 'RECEIVABLE' and a.owner = ? order by e.id
                        """)
                .param(Long.toString(customerId))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
