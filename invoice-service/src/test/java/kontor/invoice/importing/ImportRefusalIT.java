package kontor.invoice.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kontor.invoice.Invoicing;
import kontor.invoice.Retail;
import kontor.invoice.Shop;
import kontor.invoice.Shop.Answer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What is wrong in one row of an import refuses them all. */
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class ImportRefusalIT {

    /** Ids are given from 1 on, and this one is far away. */
    private static final long UNKNOWN = 987_654_321;

    private final Invoicing invoicing;
    private final Shop shop;
    private final Retail retail;
    private final TestDatabase database;

    ImportRefusalIT(TestDatabase database, TopicWriter writer, RestTestClient http, Members members) {
        invoicing = new Invoicing(database, writer, http, members);
        shop = invoicing.shop();
        retail = new Retail(invoicing);
        this.database = database;
    }

    /** A row at fault behind one that is good. */
    private record Bad(int status, String code, String field, String row) {}

    @TestFactory
    Stream<DynamicTest> refusesTheWholeRequestForOneRow() {
        long issuer = Retail.id(retail.issuers(Retail.issuer()), 0);
        long first = invoicing.order(shop.customer()).id();
        long second = invoicing.order(shop.customer()).id();
        String good = Retail.invoice(issuer, first);
        String row = Retail.invoice(issuer, second);
        return Stream.of(
                        new Bad(422, "unknown-reference", "issuerId", Retail.invoice(UNKNOWN, second)),
                        new Bad(422, "unknown-reference", "orderId", Retail.invoice(issuer, UNKNOWN)),
                        new Bad(409, "duplicate", "orderId", Retail.invoice(issuer, first)),
                        new Bad(409, "duplicate", "externalId", good),
                        new Bad(422, "in-future", "creationDate", row.replace("2008-01-30", "2999-01-30")),
                        new Bad(
                                422,
                                "unknown-reference",
                                "items/1/orderLineNo",
                                row.replace("\"orderLineNo\": 3", "\"orderLineNo\": 4")),
                        new Bad(
                                409,
                                "duplicate",
                                "items/1/orderLineNo",
                                row.replace("\"orderLineNo\": 3", "\"orderLineNo\": 1")),
                        new Bad(422, "amount-out-of-range", "items", row.replace("8356", "9999999999")),
                        field("creationDate", row.replace("\"2008-01-30\"", "\"2008-01-30T00:00:00Z\"")),
                        field("deliveryDate", row.replace("\"2008-01-31\"", "\"2008-02-30\"")),
                        field("paymentDeadline", row.replace("\"2008-02-05\"", "null")),
                        field("printedCopies", row.replace("\"printedCopies\": 2", "\"printedCopies\": -1")),
                        field("cancelled", row.replace("\"cancelled\": false", "\"cancelled\": 0")),
                        field("customerName", row.replace("Cleo Once", " ")),
                        field("customerZipCode", row.replace("3000", "12345678901")),
                        field("paymentMethod", row.replace("Cash", "x".repeat(41))),
                        field("items/0/amount", row.replace("\"amount\": 2", "\"amount\": 0")),
                        field("items/0/unitPriceMinor", row.replace("8356", "-1")),
                        field("items/0/vatPercentage", row.replaceFirst("Percentage\": 27", "Percentage\": 100.01")),
                        field("items/0/name", row.replace("Printed 1", "x".repeat(65))),
                        new Bad(
                                400,
                                "unknown-field",
                                "grossMinor",
                                row.replace("\"orderId\"", "\"grossMinor\": 1, \"orderId\"")))
                .map(bad -> DynamicTest.dynamicTest(bad.code() + " " + bad.field(), () -> refuses(good, bad)));
    }

    private static Bad field(String field, String row) {
        return new Bad(400, "invalid-field", field, row);
    }

    private void refuses(String good, Bad bad) {
        List<Long> before = Retail.rows(database);

        Answer answer = retail.invoices(good, bad.row());

        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(bad.code());
        assertThat(answer.status()).isEqualTo(bad.status());
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("/invoices/1/" + bad.field());
        assertThat(Retail.rows(database)).isEqualTo(before);
    }

    @Test
    void takesOneSourceAndBoundedLists() {
        String issuer = Retail.issuer();
        String request = Retail.request("issuers", issuer);

        assertThat(post("/issuers", request.replace("\"retail\"", "\"community\""))
                        .code())
                .isEqualTo("invalid-field");
        assertThat(post("/issuers", Retail.request("issuers")).code()).isEqualTo("invalid-field");
        assertThat(post("/invoices", Retail.request("invoices", "null")).code()).isEqualTo("invalid-field");
        String[] many = Stream.generate(Retail::issuer).limit(101).toArray(String[]::new);
        assertThat(retail.issuers(many).code()).isEqualTo("invalid-field");
        assertThat(retail.issuers(issuer.replace("1119", "")).code()).isEqualTo("invalid-field");
        assertThat(retail.issuers(issuer, issuer).code()).isEqualTo("duplicate");
    }

    private Answer post(String path, String body) {
        return shop.post(invoicing.admin(), "/api/v1/imports" + path, body);
    }
}
