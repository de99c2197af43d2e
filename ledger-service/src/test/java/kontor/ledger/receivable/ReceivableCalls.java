package kontor.ledger.receivable;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kontor.ledger.Shop;
import kontor.testkit.probe.AuthorisationTable.Case;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** Calls of all kinds of callers about invoices, each with a payment. */
public final class ReceivableCalls {

    private final Shop shop;
    private final Invoices invoices;
    private final long neighbour = Invoices.id();
    private final Map<Long, Bill> known = new ConcurrentHashMap<>();

    public ReceivableCalls(Shop shop, Invoices invoices) {
        this.shop = shop;
        this.invoices = invoices;
    }

    private record Bill(long invoiceId, long paymentId) {}

    public static boolean areAbout(String path) {
        return path.startsWith(Invoices.RECEIVABLES) || path.startsWith(Invoices.PAYMENTS);
    }

    /**
     * Makes the call that a cell of the table is about.
     *
     * @param own the customer whose invoices are the caller's own
     */
    public Shop.Answer make(Case one, @Nullable String bearer, long own) {
        Bill bill = switch (one.whose()) {
            case OWN -> bill(one, own);
            case FOREIGN -> bill(one, neighbour);
            case ABSENT -> new Bill(0, 0);
        };
        String path = one.path()
                .replace("{invoiceId}", Long.toString(bill.invoiceId))
                .replace("{id}", Long.toString(bill.paymentId));
        HttpMethod method = HttpMethod.valueOf(one.verb());
        if (method.equals(HttpMethod.GET)) {
            return shop.send(method, bearer, path, null, null);
        }
        String body = path.endsWith("revocations") ? "{\"revoked\": true}" : Invoices.payment(1);
        return shop.send(method, bearer, path, UUID.randomUUID().toString(), body);
    }

    /** What is changed is another bill afterwards. */
    private Bill bill(Case one, long customer) {
        return one.isGranted() && one.verb().equals("POST")
                ? issue(customer)
                : known.computeIfAbsent(customer, this::issue);
    }

    private Bill issue(long customer) {
        Invoices.Invoice invoice = invoices.issue(Invoices.invoice(customer));
        return new Bill(invoice.id(), invoices.pay(invoice, 100).id());
    }
}
