package kontor.catalog.reservation;

import kontor.catalog.stock.Ledger;
import kontor.testkit.Fact;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;

/** One order on its way: tells what happens to it, and waits until the catalog has taken notice of that. */
public final class Course {

    static final String ORDERS = "catalog.reservation";
    static final String INVOICES = "catalog.restocking";

    private final Ledger ledger;
    private Basket basket;
    private Bill bill;
    private long version;
    private long documents;

    public Course(TopicWriter topics, TestDatabase database, Basket basket) {
        ledger = new Ledger(topics, database);
        this.basket = basket;
        bill = Bill.of(basket);
    }

    /** Orders of a product of which there are 3 pieces: one gives all back, another holds 1, a third has had 1. */
    public static void used(TopicWriter topics, TestDatabase database, long product) {
        Course delivered = new Course(topics, database, Basket.of(product, 2)).submit();
        delivered.ask(1, 3).ask(2, 4).now(Basket.STATUS_CHANGED, "DELIVERED");
        new Course(topics, database, Basket.of(product, 1)).submit();
        delivered.issue().cancelInvoice();
        new Course(topics, database, Basket.of(product, 1)).submit();
        new Course(topics, database, Basket.of(product, 1)).submit().now(Basket.STATUS_CHANGED, "IN_TRANSIT");
        new Course(topics, database, Basket.of(product, 1)).submit().now(Basket.CANCELLED, "CANCELLED");
    }

    public Course submit() {
        return told(Basket.SUBMITTED);
    }

    /** As another shop had it, in this status. */
    public Course imported(String status) {
        basket = basket.now(status);
        ledger.tell(basket.told(Basket.PLACED, ++version).header("ce_imported", "true"));
        return heard();
    }

    /** All its items are in this status now, of which this event tells. */
    public Course now(String type, String status) {
        basket = basket.now(status);
        return told(type);
    }

    /** Only its first item is in this status now. */
    Course first(String status) {
        basket = basket.first(status);
        return told(Basket.ITEM_CHANGED);
    }

    Course ask(long requestId, int amount) {
        ledger.tell(basket.amountRequested(++version, requestId, amount));
        return heard();
    }

    /** By an invoice of its own, another one each time. */
    public Course issue() {
        bill = Bill.of(basket);
        return document(bill.issued(++documents));
    }

    Course issueImported() {
        return document(bill.issued(++documents).header("ce_imported", "true"));
    }

    /** The invoice that was issued last, or an imported one that nobody heard of. */
    public Course cancelInvoice() {
        return document(bill.cancelled(++documents));
    }

    Basket basket() {
        return basket;
    }

    long invoice() {
        return bill.id();
    }

    private Course told(String type) {
        ledger.tell(basket.told(type, ++version));
        return heard();
    }

    private Course heard() {
        ledger.awaitApplied(ORDERS, basket.id(), version);
        return this;
    }

    private Course document(Fact fact) {
        ledger.tell(fact);
        ledger.awaitApplied(INVOICES, basket.id(), documents);
        return this;
    }
}
