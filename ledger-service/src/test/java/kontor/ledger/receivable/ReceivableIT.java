package kontor.ledger.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kontor.ledger.Shop;
import kontor.ledger.receivable.Invoices.Invoice;
import kontor.ledger.receivable.Invoices.Row;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Receivables open and close with their invoices, each once. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class ReceivableIT {

    private static final String FACTS = "kontor.ledger.receivable.v1";

    private final TestDatabase database;
    private final TopicReader topics;
    private final Shop shop;
    private final Invoices invoices;
    private final long customer = Invoices.id();

    ReceivableIT(Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        this.database = database;
        this.topics = topics;
        shop = new Shop(database, writer, http);
        invoices = new Invoices(shop, database, writer, members.admin());
    }

    /** When a posting was, and when it is booked. */
    private record Times(Instant at, Instant bookedAt) {}

    @Test
    void opensWithTheInvoiceAtTheTimeOfTheEvent() {
        Invoice invoice = invoices.issue(Invoices.invoice(customer));

        assertThat(shop.posted(reference(invoice, 1)))
                .containsExactlyInAnyOrder(
                        "RECEIVABLE %d -2883".formatted(customer), "RETAIL_SALES  2525", "VAT_PAYABLE 27 358");
        assertThat(times(invoice, 1))
                .isEqualTo(new Times(invoice.at(), invoice.at().plusSeconds(1)));
        JsonNode shown = invoices.read(invoice);
        assertThat(shown.path("number").asString()).isEqualTo(Invoices.number(invoice));
        assertThat(shown.path("openMinor").asLong()).isEqualTo(2_883);
        assertThat(shown.path("paidMinor").asLong()).isZero();
        assertThat(shown.path("cancelled").asBoolean()).isFalse();
        assertThat(shown.path("payments")).isEmpty();
        assertThat(shop.audits("receivable", invoice.id())).containsExactly("open-receivable");
        var opened = topics.await(FACTS, Long.toString(invoice.id()), "kontor.ledger.receivable-opened.v1");
        EventSchema.of(opened.type()).assertValid(String.valueOf(opened.value()));
        assertThat(opened.sequence()).isEqualTo(1);
        var posted = topics.await(
                "kontor.ledger.transfer.v1",
                message -> String.valueOf(message.value()).contains("\"" + reference(invoice, 1) + "\""));
        EventSchema.of(posted.type()).assertValid(String.valueOf(posted.value()));
    }

    @Test
    void opensOnceHoweverOftenItIsTold() {
        Invoice invoice = Invoices.invoice(customer);
        Fact[] facts = invoices.issued(invoice, 2);
        invoices.tell(2, facts);

        invoices.tell(2, facts);
        invoices.tell(3, invoices.issued(invoice, 3));

        assertThat(invoices.entries(customer)).containsExactly(-2_883L);
        assertThat(invoices.read(invoice).path("version").asLong()).isEqualTo(1);
    }

    @Test
    void closesWithTheCancellationByTheReverse() {
        Invoice invoice = invoices.issue(Invoices.invoice(customer));

        invoices.cancel(invoice);
        invoices.tell(4, invoices.cancelled(invoice, 4));

        assertThat(shop.posted(reference(invoice, 2)))
                .containsExactlyInAnyOrder(
                        "RECEIVABLE %d 2883".formatted(customer), "RETAIL_SALES  -2525", "VAT_PAYABLE 27 -358");
        assertThat(times(invoice, 2))
                .isEqualTo(new Times(invoice.at().plusSeconds(60), invoice.at().plusSeconds(61)));
        assertThat(invoices.entries(customer)).containsExactly(-2_883L, 2_883L);
        assertThat(reverses(invoice)).isEqualTo("INVOICE_CANCELLED of INVOICE");
        JsonNode shown = invoices.read(invoice);
        assertThat(shown.path("cancelled").asBoolean()).isTrue();
        assertThat(shown.path("openMinor").asLong()).isZero();
        assertThat(shown.path("grossMinor").asLong()).isEqualTo(2_883);
        assertThat(shop.audits("receivable", invoice.id())).containsExactly("open-receivable", "close-receivable");
        var closed = topics.await(FACTS, Long.toString(invoice.id()), "kontor.ledger.receivable-closed.v1");
        EventSchema.of(closed.type()).assertValid(String.valueOf(closed.value()));
        assertThat(closed.sequence()).isEqualTo(2);
    }

    /** The cancellation may come first: it lies behind in its partition, or with another consumer. */
    @Test
    void waitsForWhatIsMissing() {
        Invoice invoice = Invoices.invoice(customer);
        Fact[] facts = invoices.issued(invoice, 2);

        invoices.tell(3, invoices.cancelled(invoice, 3), facts[1], facts[0]);

        assertThat(invoices.entries(customer)).containsExactly(-2_883L, 2_883L);
    }

    /** What another shop had issued was paid and booked there (G-42); cancelled here, it has nothing to take back. */
    @Test
    void isNotOpenedForAnImportedInvoice() {
        Invoice invoice = Invoices.invoice(customer);
        Fact[] facts = invoices.issued(invoice, 2);

        invoices.tell(2, facts[0], facts[1].header("ce_imported", "true"));
        assertThat(invoices.pay(invoice, 5).code()).isEqualTo("not-found");
        invoices.cancel(invoice);

        assertThat(shop.posted(reference(invoice, 1))).isEmpty();
        assertThat(shop.posted(reference(invoice, 2))).isEmpty();
        assertThat(invoices.entries(customer)).isEmpty();
    }

    @Test
    void postsNothingForAnInvoiceOverNothing() {
        Invoice free = invoices.issue(Invoices.invoice(customer, new Row("27", 0, 0)));
        assertThat(invoices.pay(free, 1).code()).isEqualTo("payment-out-of-range");

        invoices.cancel(free);

        assertThat(invoices.read(free).path("cancelled").asBoolean()).isTrue();
        assertThat(invoices.entries(customer)).isEmpty();
    }

    /** A rate that no product has had, of which the catalog has not told yet. */
    @Test
    void opensTheAccountsItNeeds() {
        List<String> rates = List.of("17.35", "17.36");

        rates.forEach(rate -> invoices.issue(Invoices.invoice(customer, new Row(rate, 100, 17))));

        assertThat(invoices.entries(customer)).containsExactly(-117L, -117L);
        assertThat(database.asOwner()
                        .sql("select count(*) from account where kind = 'VAT_PAYABLE' and owner = any(?)")
                        .param(rates.toArray(String[]::new))
                        .query((row, n) -> row.getLong(1))
                        .single())
                .isEqualTo(2);
        assertThat(shop.sumOfAllEntries()).isZero();
    }

    private Times times(Invoice invoice, int number) {
        return database.asOwner()
                .sql("select at, booked_at from transfer where business_ref = ?")
                .param(reference(invoice, number))
                .query((row, n) -> new Times(
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("booked_at").toInstant()))
                .single();
    }

    private String reverses(Invoice invoice) {
        return database.asOwner()
                .sql("""
                        select t.kind || ' of ' || o.kind from transfer t join transfer o on o.id = t.reverses_id
                        where t.business_ref = ?
                        """)
                .param(reference(invoice, 2))
                .query((row, n) -> row.getString(1))
                .single();
    }

    private static String reference(Invoice invoice, int number) {
        return "invoice:%d:%d".formatted(invoice.id(), number);
    }
}
