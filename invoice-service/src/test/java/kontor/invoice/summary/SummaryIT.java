package kontor.invoice.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import kontor.invoice.Invoicing;
import kontor.invoice.Orders;
import kontor.invoice.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Sums of one day, which other tests add to: what a document changes is looked at. */
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class SummaryIT {

    private final Invoicing invoicing;
    private final Shop shop;
    private final String today = LocalDate.now(ZoneId.of("Europe/Budapest")).toString();

    SummaryIT(TestDatabase database, TopicWriter topics, RestTestClient http, Members members) {
        invoicing = new Invoicing(database, topics, http, members);
        shop = invoicing.shop();
    }

    @Test
    void addsUpInvoicesAndTakesCancellationsOff() {
        shop.issuer();
        Shop.Customer cleo = shop.customer();
        long tea = shop.product("Tea", "27");
        Orders.Order order = invoicing.orders().place(invoicing.orders().order(cleo, new Orders.Line(tea, 3, 150)));
        JsonNode before = summary();

        long invoice = invoicing.issue(order).id();
        JsonNode after = summary();
        invoicing.cancel(invoice).expect(201);
        JsonNode cancelled = summary();

        assertThat(grown(before, after, "count")).isEqualTo(1);
        assertThat(grown(before, after, "netMinor")).isEqualTo(450);
        assertThat(grown(before, after, "vatMinor")).isEqualTo(122);
        assertThat(grown(before, after, "grossMinor")).isEqualTo(572);
        assertThat(rate(after) - rate(before)).isEqualTo(122);
        assertThat(pieces(after, tea)).isEqualTo(3);
        assertThat(grown(after, cancelled, "count")).isEqualTo(1);
        assertThat(grown(after, cancelled, "cancellations")).isEqualTo(1);
        assertThat(grown(before, cancelled, "grossMinor")).isZero();
        assertThat(pieces(cancelled, tea)).isZero();
        assertThat(cancelled.at("/days/0/day").asString()).isEqualTo(today);
        assertThat(cancelled.at("/days/0/grossMinor")).isEqualTo(cancelled.path("grossMinor"));
    }

    @Test
    void isATableToo() {
        shop.issuer();
        invoicing.issue(shop.customer());

        Shop.Answer table =
                shop.send(HttpMethod.GET, invoicing.admin(), path(), null, null, Map.of("Accept", "text/csv"));

        assertThat(new String(table.expect(200).bytes(), StandardCharsets.UTF_8).lines())
                .startsWith("of,key,count,netMinor,vatMinor,grossMinor")
                .anyMatch(line -> line.startsWith("ALL,,"))
                .anyMatch(line -> line.startsWith("VAT,27,"))
                .anyMatch(line -> line.startsWith("DAY," + today + ","));
    }

    @Test
    void isEmptyForADayWithoutDocuments() {
        JsonNode empty = shop.get(invoicing.admin(), "/api/v1/invoices/summary?from=1999-01-01&to=1999-01-02")
                .expect(200)
                .body();

        assertThat(empty.path("count").asLong()).isZero();
        assertThat(empty.path("days")).isEmpty();
        assertThat(shop.get(invoicing.admin(), "/api/v1/invoices/summary?from=2026-01-02&to=2026-01-02")
                        .code())
                .isEqualTo("wrong-order");
        assertThat(shop.get(invoicing.admin(), "/api/v1/invoices/summary?from=2026-01-02T00:00:00Z")
                        .code())
                .isEqualTo("invalid-field");
    }

    private JsonNode summary() {
        return shop.get(invoicing.admin(), path()).expect(200).body();
    }

    private String path() {
        return "/api/v1/invoices/summary?from=%s&to=%s"
                .formatted(today, LocalDate.parse(today).plusDays(1));
    }

    private static long grown(JsonNode before, JsonNode after, String field) {
        return after.path(field).asLong() - before.path(field).asLong();
    }

    private static long rate(JsonNode summary) {
        return summary.path("vat")
                .valueStream()
                .filter(rate -> rate.path("percentage").asInt() == 27)
                .mapToLong(rate -> rate.path("vatMinor").asLong())
                .sum();
    }

    private static long pieces(JsonNode summary, long product) {
        return summary.path("products")
                .valueStream()
                .filter(sum -> sum.path("productId").asLong() == product)
                .mapToLong(sum -> sum.path("amount").asLong())
                .sum();
    }
}
