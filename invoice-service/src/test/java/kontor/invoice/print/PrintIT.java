package kontor.invoice.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class PrintIT {

    private final TopicReader topics;
    private final Invoicing invoicing;
    private final Shop shop;

    PrintIT(TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http, Members members) {
        this.topics = topics;
        invoicing = new Invoicing(database, writer, http, members);
        shop = invoicing.shop();
    }

    @BeforeEach
    void openASeries() {
        shop.issuer();
    }

    @Test
    void marksTheFirstOriginalAndCountsTheCopies() {
        Shop.Customer cleo = shop.customer();
        Orders.Order order = invoicing.order(cleo);
        Shop.Answer invoice = invoicing.issue(order);

        Shop.Answer original = print(cleo.member().bearer(), invoice.id(), null).expect(201);
        Shop.Answer copy = print(invoicing.admin(), invoice.id(), null).expect(201);

        assertThat(original.header("X-Copy")).isEqualTo("original");
        assertThat(copy.header("X-Copy")).isEqualTo("1");
        assertThat(original.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(original.header("Content-Disposition"))
                .contains("attachment", invoice.body().path("number").asString() + ".pdf");
        assertThat(original.header("Cache-Control")).contains("no-store");
        assertThat(new String(original.bytes(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(original.bytes()).isNotEqualTo(copy.bytes());
        assertThat(shop.get(invoicing.admin(), "/api/v1/invoices/" + invoice.id())
                        .body()
                        .path("printedCopies")
                        .asInt())
                .isEqualTo(2);
        assertThat(prints(invoice.id())).containsExactly(1, 2);
        assertThat(shop.audits("invoice", invoice.id())).containsExactly("issue-invoice", "print-invoice");
        TopicReader.Message told =
                topics.await(Shop.INVOICES, Long.toString(order.id()), "kontor.invoice.invoice-printed.v1");
        EventSchema.of(told.type()).assertValid(String.valueOf(told.value()));
        assertThat(told.value()).contains("\"copyNo\":1", cleo.member().id().toString());
    }

    @Test
    void givesTheSameKeyTheSamePaperAndCountsItOnce() {
        long invoice = invoicing.issue(shop.customer()).id();
        String key = UUID.randomUUID().toString();

        Shop.Answer first = print(invoicing.admin(), invoice, key).expect(201);
        Shop.Answer again = print(invoicing.admin(), invoice, key).expect(201);

        assertThat(again.header("X-Copy")).isEqualTo("original");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(prints(invoice)).containsExactly(1);
    }

    @Test
    void hasOneOriginalUnderFiftyPrintsAtOnce() {
        long invoice = invoicing.issue(shop.customer()).id();
        Queue<String> marks = new ConcurrentLinkedQueue<>();

        Together.run(
                50,
                IntStream.range(0, 50)
                        .mapToObj(i -> () -> marks.add(print(invoicing.admin(), invoice, null)
                                .expect(201)
                                .header("X-Copy"))));

        assertThat(marks)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("original"), IntStream.range(1, 50).mapToObj(Integer::toString))
                        .toList());
        assertThat(prints(invoice))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
    }

    @Test
    void countsOneKeyOnceUnderManyRequestsAtOnce() {
        long invoice = invoicing.issue(shop.customer()).id();
        String key = UUID.randomUUID().toString();

        Together.run(
                8,
                IntStream.range(0, 8)
                        .mapToObj(i -> () -> assertThat(print(invoicing.admin(), invoice, key)
                                        .expect(201)
                                        .header("X-Copy"))
                                .isEqualTo("original")));

        assertThat(prints(invoice)).containsExactly(1);
    }

    @Test
    void printsCancelledInvoicesAndCancellationsToo() {
        long invoice = invoicing.issue(shop.customer()).id();
        long cancellation = invoicing.cancel(invoice).id();

        assertThat(print(invoicing.admin(), cancellation, null).expect(201).header("X-Copy"))
                .isEqualTo("original");
        assertThat(print(invoicing.admin(), invoice, null).expect(201).header("X-Copy"))
                .isEqualTo("original");
        assertThat(print(invoicing.admin(), cancellation, null).expect(201).header("X-Copy"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?profile=factur-x", "?profile=xrechnung"})
    void givesTheElectronicInvoiceWithoutCountingIt(String query) {
        Shop.Customer cleo = shop.customer();
        Shop.Answer invoice = invoicing.issue(cleo);

        Shop.Answer xml = shop.get(cleo.member().bearer(), "/api/v1/invoices/" + invoice.id() + "/xml" + query)
                .expect(200);

        assertThat(xml.header("Content-Type")).startsWith("application/xml");
        assertThat(new String(xml.bytes(), StandardCharsets.UTF_8))
                .contains(invoice.body().path("number").asString(), "28.83");
        assertThat(xml.header("Content-Disposition"))
                .contains(invoice.body().path("number").asString() + ".xml");
        assertThat(prints(invoice.id())).isEmpty();
    }

    @Test
    void knowsTwoProfiles() {
        long invoice = invoicing.issue(shop.customer()).id();

        assertThat(shop.get(invoicing.admin(), "/api/v1/invoices/" + invoice + "/xml?profile=XRECHNUNG")
                        .code())
                .isEqualTo("invalid-field");
        assertThat(shop.get(invoicing.admin(), "/api/v1/invoices/" + invoice + "/xml?format=pdf")
                        .code())
                .isEqualTo("unknown-parameter");
    }

    private Shop.Answer print(String bearer, long invoice, @Nullable String key) {
        return shop.send(HttpMethod.POST, bearer, "/api/v1/invoices/" + invoice + "/prints", key, null, Map.of());
    }

    private List<Integer> prints(long invoice) {
        return shop
                .get(invoicing.admin(), "/api/v1/invoices/" + invoice + "/prints?limit=100")
                .expect(200)
                .items()
                .stream()
                .map(print -> print.path("copyNo").asInt())
                .toList();
    }
}
