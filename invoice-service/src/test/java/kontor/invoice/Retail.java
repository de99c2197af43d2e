package kontor.invoice;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kontor.testkit.TestDatabase;

/** A retail shop that is taken over: requests of its importer, with external ids that nobody used yet. */
public final class Retail {

    private static final AtomicLong IDS = new AtomicLong(System.nanoTime());

    private final Invoicing invoicing;

    public Retail(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    public static String externalId() {
        return "e" + IDS.incrementAndGet();
    }

    public Shop.Answer issuers(String... rows) {
        return invoicing.shop().post(invoicing.admin(), "/api/v1/imports/issuers", request("issuers", rows));
    }

    public Shop.Answer invoices(String... rows) {
        return invoicing.shop().post(invoicing.admin(), "/api/v1/imports/invoices", request("invoices", rows));
    }

    public static String request(String list, String... rows) {
        return "{\"source\": \"retail\", \"%s\": [%s]}".formatted(list, String.join(", ", rows));
    }

    public static String issuer() {
        return """
                {"externalId": "%s", "name": "ToysRus", "zipCode": "1119", "city": "Budapest", \
                "street": "Main street 23", "taxIdentifier": "15684995-2-32", "bankAccount": "259476332-15689799"}\
                """.formatted(externalId());
    }

    /** Of the first and the third line of an order, at prices and rates of 2008; printed twice. */
    public static String invoice(long issuer, long order) {
        return """
                {"externalId": "%1$s", "issuerId": %2$d, "orderId": %3$d, "customerName": "Cleo Once", \
                "customerZipCode": "3000", "customerCity": "Hatvan", "customerStreet": "Second street 5.", \
                "paymentMethod": "Cash", "creationDate": "2008-01-30", "deliveryDate": "2008-01-31", \
                "paymentDeadline": "2008-02-05", "printedCopies": 2, "cancelled": false, "items": [%4$s, %5$s]}\
                """.formatted(externalId(), issuer, order, item(1, 2, 8_356), item(3, 1, 1_854));
    }

    public static String item(int line, int amount, long unitPriceMinor) {
        return """
                {"externalId": "%s", "orderLineNo": %d, "name": "Printed %d", "amount": %d, "unitPriceMinor": %d, \
                "vatPercentage": 27}\
                """.formatted(externalId(), line, line, amount, unitPriceMinor);
    }

    public static long id(Shop.Answer answer, int place) {
        return answer.expect(200).body().at("/results/%d/id".formatted(place)).asLong();
    }

    public static String outcome(Shop.Answer answer, int place) {
        return answer.expect(200)
                .body()
                .at("/results/%d/outcome".formatted(place))
                .asString("");
    }

    /** How many rows there are of all that an import writes. */
    public static List<Long> rows(TestDatabase database) {
        return Stream.of("invoice", "invoice_item", "invoice_vat", "issuer", "invoice_stream", "audit")
                .map(table -> database.asOwner()
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
