package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kontor.e2e.Client.Answer;
import kontor.e2e.Retail.Customer;
import kontor.e2e.Retail.Line;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From order to paid invoice, and the ways back: a customer, an admin, and four services that must tell one story. */
@Order(101)
@ExtendWith(ShopExtension.class)
class RetailOrderIT {

    private static final int STOCK = 10;

    /** Three of one and one of the other product at 27 %: 1,325 net, so that VAT is 357.75 and rounded once. */
    private static final long GROSS = 1_683;

    private final Shop shop;
    private final Retail retail;
    private final Client admin;
    private final long beans;
    private final long filters;
    private final long method;

    RetailOrderIT(Shop shop) {
        this.shop = shop;
        this.retail = Retail.of(shop);
        this.admin = retail.admin();
        long standardRate = retail.vatRate(27);
        this.beans = retail.product(410, standardRate, STOCK);
        this.filters = retail.product(95, standardRate, STOCK);
        this.method = retail.paymentMethod(1);
    }

    @Test
    void aCustomerOrdersGetsHisInvoiceAndPaysItInTwoParts() {
        Customer cleo = retail.customer("Retail Payer");

        Answer placed = ordered(cleo);
        long order = placed.number("id");

        assertThat(placed.text("status")).isEqualTo("NEW");
        assertThat(placed.number("netMinor")).isEqualTo(1_325);
        assertThat(placed.number("grossMinor")).isEqualTo(GROSS);
        retail.assertStock(beans, STOCK, 3);
        retail.move(order, "PACKAGED");
        retail.move(order, "DELIVERED");
        retail.assertStock(beans, STOCK - 3, 0);
        assertThat(actions(cleo, order)).startsWith("SUBMIT", "PLACE").contains("STATUS", "ITEM_STATUS");

        Answer invoice = retail.invoiceOf(cleo, order);
        assertThat(invoice.number("grossMinor")).isEqualTo(GROSS);
        long id = invoice.number("id");
        assertThat(List.of(printed(cleo, id), printed(cleo, id), printed(cleo, id)))
                .containsExactly("original", "1", "2");

        await().atMost(Community.SOON)
                .until(() -> admin.get("/api/v1/receivables/" + id).status() == 200);
        assertThat(pay(id, 1_000).status()).isEqualTo(201);
        assertThat(pay(id, GROSS).code()).isEqualTo("payment-out-of-range");
        assertThat(cleo.client().get("/api/v1/receivables/" + id).number("openMinor"))
                .isEqualTo(GROSS - 1_000);
        assertThat(pay(id, GROSS - 1_000).status()).isEqualTo(201);
        assertThat(cleo.client().get("/api/v1/receivables/" + id).number("openMinor"))
                .isZero();
    }

    @Test
    void aCancelledInvoiceGivesBackOnceAndTheNextOneHasANewNumber() {
        Customer cleo = retail.customer("Retail Reverser");
        long order = delivered(cleo);
        Answer first = retail.invoiceOf(cleo, order);
        String cancellation = "{\"invoiceId\":%d,\"reason\":\"wrong address\"}".formatted(first.number("id"));

        Answer cancelled = admin.post("/api/v1/invoice-cancellations", cancellation);
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(201);
        assertThat(cancelled.number("grossMinor")).isEqualTo(-GROSS);
        assertThat(admin.post("/api/v1/invoice-cancellations", cancellation).code())
                .isEqualTo("already-in-state");
        retail.assertStock(beans, STOCK, 0);
        awaitOpen(first.number("id"), 0);
        assertThat(retail.status(order)).isEqualTo("DELIVERED");

        Answer second = issuedAgain(order);
        assertThat(List.of(first.text("number"), cancelled.text("number"), second.text("number")))
                .doesNotHaveDuplicates()
                .isSorted();
        retail.assertStock(beans, STOCK - 3, 0);
        awaitOpen(second.number("id"), GROSS);
        assertThat(admin.post("/api/v1/invoices", "{\"orderId\":%d}".formatted(order))
                        .code())
                .isEqualTo("invoice-exists");
    }

    @Test
    void whatIsNotPaidIsOverdueWhenItsDayHasPassed() {
        Customer late = retail.customer("Retail Debtor");
        long invoice = retail.invoiceOf(late, delivered(late)).number("id");
        awaitOpen(invoice, GROSS);
        assertThat(overdue(late)).isEmpty();

        assertThat(shop.run("clock", "+3d").status()).isZero();
        try {
            assertThat(overdue(late)).containsExactly(invoice);
        } finally {
            assertThat(shop.run("clock", "reset").status()).isZero();
        }
    }

    @Test
    void aCustomerChangesHisMindWhileNothingIsPacked() {
        Customer cleo = retail.customer("Retail Waverer");
        long order = ordered(cleo).number("id");

        Answer cancelled = cleo.client().post("/api/v1/orders/%d/cancellation".formatted(order), "{}");

        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        retail.assertStock(beans, STOCK, 0);
        retail.assertStock(filters, STOCK, 0);
        Answer again = Retail.order(cleo, Retail.form(cleo, method, new Line(beans, 1)));
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.text("status")).isEqualTo("NEW");
        long packed = again.number("id");
        retail.move(packed, "PACKAGED");
        assertThat(cleo.client()
                        .post("/api/v1/orders/%d/cancellation".formatted(packed), "{}")
                        .code())
                .isEqualTo("not-allowed-in-state");
    }

    @Test
    void whatBelongsToAnotherCustomerDoesNotExist() {
        Customer owner = retail.customer("Retail Owner");
        Customer stranger = retail.customer("Retail Stranger");
        long order = delivered(owner);
        long invoice = retail.invoiceOf(owner, order).number("id");
        awaitOpen(invoice, GROSS);

        for (String path : List.of(
                "orders/" + order,
                "orders/%d/log".formatted(order),
                "invoices/" + invoice,
                "invoices/%d/xml".formatted(invoice),
                "receivables/" + invoice)) {
            assertThat(owner.client().get("/api/v1/" + path).status()).as(path).isEqualTo(200);
            assertThat(stranger.client().get("/api/v1/" + path).code()).as(path).isEqualTo("not-found");
        }
        for (String path :
                List.of("orders/%d/cancellation".formatted(order), "invoices/%d/prints".formatted(invoice))) {
            assertThat(stranger.client().post("/api/v1/" + path, "{}").code())
                    .as(path)
                    .isEqualTo("not-found");
        }
        assertThat(stranger.orders()).isEmpty();
        assertThat(stranger.invoices(order)).isEmpty();
        assertThat(overdue(stranger)).isEmpty();
        String toAnothersSite = Retail.form(
                new Customer(stranger.client(), stranger.id(), stranger.memberId(), owner.site()),
                method,
                new Line(beans, 1));
        assertThat(Retail.order(stranger, toAnothersSite).code()).isEqualTo("unknown-reference");
    }

    private Answer ordered(Customer customer) {
        return retail.placed(customer, method, new Line(beans, 3), new Line(filters, 1));
    }

    private long delivered(Customer customer) {
        long order = ordered(customer).number("id");
        retail.move(order, "DELIVERED");
        return order;
    }

    private static List<String> actions(Customer customer, long order) {
        return customer.client()
                .get("/api/v1/orders/%d/log".formatted(order))
                .body()
                .required("items")
                .valueStream()
                .map(row -> row.required("action").asString())
                .toList();
    }

    /** What the document is marked as. */
    private static String printed(Customer customer, long invoice) {
        Answer printed = customer.client().post("/api/v1/invoices/%d/prints".formatted(invoice), "{}");
        assertThat(printed.status()).as(printed.toString()).isEqualTo(201);
        assertThat(printed.headers().firstValue("Content-Type")).contains("application/pdf");
        return printed.headers().firstValue("X-Copy").orElseThrow();
    }

    private Answer pay(long invoice, long amount) {
        return admin.post(
                "/api/v1/receivables/%d/payments".formatted(invoice),
                "{\"amountMinor\":%d,\"receivedOn\":\"%s\",\"comment\":\"transfer\"}"
                        .formatted(amount, LocalDate.now(ZoneOffset.UTC)));
    }

    /** Asked by an admin; the stock may hear of the cancellation a moment later than order-service. */
    private Answer issuedAgain(long order) {
        Answer issued = admin.postWaiting(
                10,
                "/api/v1/invoices",
                "{\"orderId\":%d}".formatted(order),
                UUID.randomUUID().toString());
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        return issued;
    }

    private void awaitOpen(long invoice, long open) {
        await().atMost(Community.SOON).until(() -> {
            Answer receivable = admin.get("/api/v1/receivables/" + invoice);
            return receivable.status() == 200 && receivable.number("openMinor") == open;
        });
    }

    private static List<Long> overdue(Customer customer) {
        return customer.client()
                .get("/api/v1/receivables?overdue=true")
                .body()
                .required("items")
                .valueStream()
                .map(receivable -> receivable.required("invoiceId").asLong())
                .toList();
    }
}
