package kontor.invoice.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kontor.invoice.Invoicing;
import kontor.invoice.Orders;
import kontor.invoice.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class ListIT {

    private final Invoicing invoicing;
    private final Shop shop;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Budapest"));

    ListIT(TestDatabase database, TopicWriter topics, RestTestClient http, Members members) {
        invoicing = new Invoicing(database, topics, http, members);
        shop = invoicing.shop();
        shop.issuer();
    }

    @Test
    void filtersByEachColumn() {
        Shop.Customer cleo = shop.tell(shop.customer().called("100%_Cleo " + shop.number()));
        Orders.Order order = invoicing.order(cleo);
        JsonNode invoice = invoicing.issue(order).body();
        JsonNode cancellation = invoicing.cancel(invoice.path("id").asLong()).body();
        String both = "customerId=" + cleo.id();

        assertThat(ids("orderId=" + order.id())).hasSize(2);
        assertThat(ids(both)).containsExactly(id(cancellation), id(invoice));
        assertThat(ids(both + "&sort=issuedAt")).containsExactly(id(invoice), id(cancellation));
        assertThat(ids(both + "&sort=grossMinor")).containsExactly(id(cancellation), id(invoice));
        assertThat(ids(both + "&sort=-paymentDeadline")).containsExactly(id(cancellation), id(invoice));
        assertThat(ids("customerName=%_CLEO " + cleo.name().substring(10))).hasSize(2);
        assertThat(ids("number=" + invoice.path("number").asString())).containsExactly(id(invoice));
        assertThat(ids(both + "&kind=CANCELLATION")).containsExactly(id(cancellation));
        assertThat(ids(both + "&kind=INVOICE&kind=CANCELLATION")).hasSize(2);
        assertThat(ids(both + "&cancelled=true")).containsExactly(id(invoice));
        assertThat(ids(both + "&from=" + today + "&to=" + today.plusDays(1))).hasSize(2);
        assertThat(ids(both + "&to=" + today)).isEmpty();
        assertThat(ids(both + "&from=" + today.plusDays(1))).isEmpty();
        LocalDate deadline = LocalDate.parse(invoice.path("paymentDeadline").asString());
        assertThat(ids(both + "&dueBefore=" + deadline)).isEmpty();
        assertThat(ids(both + "&dueBefore=" + deadline.plusDays(1))).hasSize(2);
        assertThat(ids(both + "&externalId=retail:1")).isEmpty();
    }

    @Test
    void shows404ForEverythingOfOthersAndNothingInTheirLists() {
        Shop.Customer cleo = shop.customer();
        Shop.Customer dora = shop.customer();
        long invoice = invoicing.issue(cleo).id();
        String dorasToken = dora.member().bearer();

        for (String path : List.of("", "/items", "/xml")) {
            assertThat(shop.get(dorasToken, "/api/v1/invoices/" + invoice + path)
                            .code())
                    .isEqualTo("not-found");
        }
        assertThat(shop.get(dorasToken, "/api/v1/invoices?customerId=" + cleo.id())
                        .items())
                .isEmpty();
        assertThat(shop.get(cleo.member().bearer(), "/api/v1/invoices").items()).hasSize(1);
        assertThat(shop.get(shop.stranger().bearer(), "/api/v1/invoices")
                        .expect(200)
                        .items())
                .isEmpty();
    }

    @Test
    void showsLinesByThemselves() {
        JsonNode invoice = invoicing.issue(shop.customer()).body();
        String lines = "/api/v1/invoices/" + id(invoice) + "/items";

        assertThat(shop.get(invoicing.admin(), lines).body().path("items")).isEqualTo(invoice.path("items"));
        JsonNode first = invoice.at("/items/0");
        assertThat(shop.get(invoicing.admin(), lines + "/" + id(first)).body()).isEqualTo(first);
        assertThat(shop.get(invoicing.admin(), lines + "/0").code()).isEqualTo("not-found");
    }

    /** V-9: there is no such operation. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void offersNoWayToChangeADocument(String verb) {
        JsonNode invoice = invoicing.issue(shop.customer()).body();
        String path = "/api/v1/invoices/" + id(invoice);

        for (String thing : List.of(
                "/api/v1/invoices",
                path,
                path + "/items",
                path + "/items/" + id(invoice.at("/items/0")),
                path + "/prints")) {
            Shop.Answer answer =
                    shop.send(HttpMethod.valueOf(verb), invoicing.admin(), thing, null, "{\"grossMinor\": 1}");
            assertThat(answer.code()).as("%s %s", verb, thing).isEqualTo("method-not-allowed");
            assertThat(answer.status()).isEqualTo(405);
        }
        assertThat(shop.get(invoicing.admin(), path).body()).isEqualTo(invoice);
    }

    @ParameterizedTest
    @CsvSource({
        "/invoices?x, 1",
        "/invoices?count=true, 2",
        "/invoices?customerName=c&sort=grossMinor, 1",
        "/invoices/checks?x, 2",
        "/issuers?x, 1",
        "/invoices/ID/prints?x, 2",
        "/audit/invoice?x, 1",
    })
    void readsAPageOfAnyLengthByTheSameStatements(String path, int most) {
        for (int i = 0; i < 3; i++) {
            invoicing.issue(shop.customer());
        }
        String id = Long.toString(invoicing.issue(shop.customer()).id());
        String list = "/api/v1" + path.replace("ID", id).replace("?x", "?") + "&limit=";

        int one = statements(list + "1");
        int many = statements(list + "100");

        assertThat(one).isEqualTo(many);
        assertThat(many).isPositive().isLessThanOrEqualTo(most);
    }

    private int statements(String path) {
        String query = path.replace("?&", "?");
        shop.get(invoicing.admin(), query).expect(200);
        return Statements.of(() -> shop.get(invoicing.admin(), query).expect(200))
                .size();
    }

    private List<Long> ids(String query) {
        return shop.get(invoicing.admin(), "/api/v1/invoices?" + query).expect(200).items().stream()
                .map(ListIT::id)
                .toList();
    }

    private static long id(JsonNode thing) {
        return thing.path("id").asLong();
    }
}
