package kontor.invoice.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kontor.invoice.Invoicing;
import kontor.invoice.Orders;
import kontor.invoice.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What stands on an invoice. */
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class InvoiceIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Budapest");

    private final TopicReader topics;
    private final Invoicing invoicing;
    private final Orders orders;
    private final Shop shop;

    InvoiceIT(TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http, Members members) {
        this.topics = topics;
        invoicing = new Invoicing(database, writer, http, members);
        orders = invoicing.orders();
        shop = invoicing.shop();
    }

    @BeforeEach
    void openASeries() {
        shop.issuer();
    }

    /** Example 3. */
    @Test
    void addsUpOncePerRateAndIsTold() {
        Shop.Customer cleo = shop.customer();
        Orders.Order order = invoicing.order(cleo);

        Shop.Answer invoice = invoicing.issue(order).expect(200);

        assertThat(invoice.body().path("netMinor").asLong()).isEqualTo(2_525);
        assertThat(invoice.body().path("vatMinor").asLong()).isEqualTo(358);
        assertThat(invoice.body().path("grossMinor").asLong()).isEqualTo(2_883);
        assertThat(invoice.body().path("itemCount").asInt()).isEqualTo(6);
        assertThat(invoice.body().path("currency").asString()).isEqualTo("EUR");
        assertThat(texts(invoice, "items", "netMinor")).containsExactly("1230", "95", "1200");
        assertThat(texts(invoice, "vat", "percentage")).containsExactly("0", "27");
        assertThat(invoice.headers().getETag()).isEqualTo("\"1\"");
        assertThat(shop.audits("invoice", invoice.id())).containsExactly("issue-invoice");
        TopicReader.Message told =
                topics.await(Shop.INVOICES, Long.toString(order.id()), "kontor.invoice.invoice-issued.v1");
        EventSchema.of(told.type()).assertValid(String.valueOf(told.value()));
        assertThat(told.sequence()).isEqualTo(1);
        assertThat(told.value())
                .contains("\"number\":\"" + invoice.body().path("number").asString() + "\"");
    }

    /** Example 2. */
    @Test
    void numbersDocumentsOneByOne() {
        long issuer = shop.issuer();
        Shop.Customer cleo = shop.customer();
        Orders.Order order = invoicing.order(cleo);
        int year = LocalDate.now(ZONE).getYear();

        Shop.Answer first = invoicing.issue(order);
        assertThat(number(first)).isEqualTo("%d-%d-000001".formatted(issuer, year));
        assertThat(number(invoicing.cancel(first.id()))).isEqualTo("%d-%d-000002".formatted(issuer, year));
        Shop.Answer again = invoicing.request(order, null);
        assertThat(number(again)).isEqualTo("%d-%d-000003".formatted(issuer, year));

        long next = shop.issuer();
        assertThat(number(invoicing.issue(cleo))).isEqualTo("%d-%d-000001".formatted(next, year));
        // A cancellation is of the issuer of its invoice, whoever is in effect by then (V-11).
        assertThat(number(invoicing.cancel(again.id()))).isEqualTo("%d-%d-000004".formatted(issuer, year));
    }

    @Test
    void copiesNamesAndRatesOfNowAndLeavesCancelledItemsOut() {
        Shop.Customer cleo = shop.customer();
        long tea = shop.product("Tea", "27");
        long cake = shop.product("Cake", "5");
        Orders.Order order = orders.place(orders.order(
                        cleo, new Orders.Line(tea, 2, 100), new Orders.Line(cake, 1, 999), new Orders.Line(tea, 1, 90))
                .withoutLine(1));
        shop.tellProduct(tea, "Green tea", "18");

        Shop.Answer invoice = invoicing.issue(order);
        shop.tellProduct(tea, "Black tea", "5");
        shop.tell(cleo.called("Cleo Smith"));

        JsonNode later =
                shop.get(invoicing.admin(), "/api/v1/invoices/" + invoice.id()).body();
        assertThat(later).isEqualTo(invoice.body());
        assertThat(texts(invoice, "items", "name")).containsExactly("Green tea", "Green tea");
        assertThat(texts(invoice, "items", "vatPercentage")).containsExactly("18", "18");
        assertThat(texts(invoice, "items", "lineNo")).containsExactly("1", "2");
        assertThat(texts(invoice, "items", "orderItemId"))
                .containsExactly(Long.toString(order.itemId(0)), Long.toString(order.itemId(2)));
        assertThat(invoice.body().path("customerName").asString()).isEqualTo("Cleo Nagy");
        assertThat(invoice.body().path("customerTaxIdentifier").asString()).isEqualTo("12345678-2-41");
        assertThat(invoice.body().at("/shipTo/city").asString()).isEqualTo("Budapest");
        assertThat(invoice.body().path("paymentMethod").asString()).isEqualTo("Wire transfer 15");
        assertThat(invoice.body().path("meansCode").asString()).isEqualTo("30");
    }

    /** Example 4. */
    @Test
    void billsAtTheMainSiteOfTheMomentOfIssue() {
        Shop.Customer cleo = shop.customer();
        Orders.Order order = invoicing.order(cleo);
        shop.tell(cleo.at(shop.site("Graz"), cleo.sites().getFirst()));

        Shop.Answer invoice = invoicing.issue(order);

        assertThat(invoice.body().path("customerCity").asString()).isEqualTo("Graz");
        assertThat(invoice.body().at("/shipTo/city").asString()).isEqualTo("Budapest");
    }

    @Test
    void billsAtTheBillingSiteOfTheOrderWhileItExists() {
        Shop.Customer cleo = shop.customer();
        Shop.Site linz = shop.site("Linz");
        Shop.Site former = shop.site("Wels");
        shop.tell(cleo.at(cleo.sites().getFirst(), linz, former));
        Orders.Line line = new Orders.Line(shop.product("Tea", "27"), 1, 100);
        Orders.Order there = orders.place(orders.order(cleo, line).billedAt(linz.id()));
        Orders.Order gone = orders.place(orders.order(cleo, line).billedAt(former.id()));
        shop.tell(cleo.at(cleo.sites().getFirst(), linz));

        assertThat(invoicing.issue(there).body().path("customerCity").asString())
                .isEqualTo("Linz");
        assertThat(invoicing.issue(gone).body().path("customerCity").asString()).isEqualTo("Vienna");
    }

    /** Example 1: the deadline counts from the delivery, which may be sent or be that of the order. */
    @ParameterizedTest
    @CsvSource({
        "Wire transfer 15, 15, 2026-03-30, , 2026-03-30, 2026-04-14",
        "Cash, 0, 2026-03-30, , 2026-03-30, 2026-03-30",
        "Wire transfer 15, 15, , 2026-03-30T10:00:00Z, 2026-03-30, 2026-04-14",
        "Wire transfer 15, 15, , 2026-03-30T22:30:00Z, 2026-03-31, 2026-04-15",
        "Wire transfer 15, 15, 2026-03-01, 2026-03-30T10:00:00Z, 2026-03-01, 2026-03-16",
    })
    void isDueDaysAfterTheDelivery(
            String method,
            int days,
            @Nullable String wanted,
            @Nullable String deliveredAt,
            String delivery,
            String deadline) {
        Orders.Order order = orders.order(shop.customer(), new Orders.Line(shop.product("Tea", "27"), 1, 100))
                .paidBy(method, days);
        orders.place(deliveredAt == null ? order : order.delivered(deliveredAt));

        Shop.Answer invoice = invoicing.request(order, wanted);

        assertThat(invoice.body().path("deliveryDate").asString()).isEqualTo(delivery);
        assertThat(invoice.body().path("paymentDeadline").asString()).isEqualTo(deadline);
        assertThat(invoice.body().path("creationDate").asString())
                .isEqualTo(LocalDate.now(ZONE).toString());
    }

    @Test
    void isDeliveredTodayIfNobodySaysOtherwise() {
        assertThat(invoicing
                        .request(invoicing.order(shop.customer()), null)
                        .body()
                        .path("deliveryDate")
                        .asString())
                .isEqualTo(LocalDate.now(ZONE).toString());
    }

    /** Placed at half past midnight of 2 March in Budapest. */
    @Test
    void isDeliveredBetweenTheDayOfTheOrderAndAYearFromNow() {
        Orders.Order order =
                orders.place(orders.order(shop.customer(), new Orders.Line(shop.product("Tea", "27"), 1, 100))
                        .placed("2026-03-01T23:30:00Z"));
        LocalDate latest = LocalDate.now(ZONE).plusYears(1);

        assertThat(invoicing.ask(order, "2026-03-01").code()).isEqualTo("wrong-order");
        assertThat(invoicing.ask(order, latest.plusDays(1).toString()).code()).isEqualTo("wrong-order");
        assertThat(invoicing
                        .request(order, latest.toString())
                        .body()
                        .path("deliveryDate")
                        .asString())
                .isEqualTo(latest.toString());
    }

    private static String number(Shop.Answer document) {
        return document.body().path("number").asString();
    }

    private static List<String> texts(Shop.Answer answer, String list, String field) {
        return answer.body()
                .path(list)
                .valueStream()
                .map(row -> row.path(field).asString())
                .toList();
    }
}
