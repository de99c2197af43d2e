package kontor.importer.retail.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.importer.reading.Findings;
import kontor.importer.retail.source.Billing;
import kontor.importer.retail.source.Clientele;
import kontor.importer.retail.source.Entry;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Trade;

/** What belongs to what, and how much to one thing: sites, items of orders, lines of invoices. */
final class Belongings {

    private static final int SITES_MAX = 50;
    private static final int ITEMS_MAX = 100;

    private final Retail retail;
    private final Findings findings;
    private final Map<Long, Billing.Invoice> invoices;

    private Belongings(Retail retail, Findings findings) {
        this.retail = retail;
        this.findings = findings;
        this.invoices = Retail.byId(retail.billing().invoices());
    }

    static void check(Retail retail, Findings findings) {
        Belongings belongings = new Belongings(retail, findings);
        belongings.sites(retail.clientele());
        belongings.items();
        belongings.invoices();
        belongings.invoiceItems();
    }

    private void sites(Clientele clientele) {
        Map<Long, Clientele.Site> sites = Retail.byId(clientele.sites());
        Map<Long, Long> counts = clientele.sites().stream()
                .collect(Collectors.groupingBy(Clientele.Site::customerId, Collectors.counting()));
        for (Clientele.Customer customer : clientele.customers()) {
            long owner =
                    Objects.requireNonNull(sites.get(customer.mainSiteId())).customerId();
            if (owner != customer.id()) {
                fault(Sheet.CUSTOMERS, customer, "MainCustomerSiteID names the site of customer %d".formatted(owner));
            }
            if (counts.getOrDefault(customer.id(), 0L) > SITES_MAX) {
                fault(Sheet.CUSTOMERS, customer, "it has more than %d sites".formatted(SITES_MAX));
            }
        }
    }

    private void items() {
        Map<Long, List<Trade.Item>> items = retail.itemsByOrder();
        for (Trade.Order order : retail.trade().orders()) {
            count(Sheet.ORDERS, order, items.getOrDefault(order.id(), List.of()).size());
        }
    }

    private void invoices() {
        Map<Long, List<Billing.Item>> lines = retail.itemsByInvoice();
        Map<Long, Billing.Invoice> live = new HashMap<>();
        for (Billing.Invoice invoice : retail.billing().invoices()) {
            count(
                    Sheet.INVOICES,
                    invoice,
                    lines.getOrDefault(invoice.id(), List.of()).size());
            Billing.Invoice other = invoice.cancelled() ? null : live.putIfAbsent(invoice.orderId(), invoice);
            if (other != null) {
                fault(
                        Sheet.INVOICES,
                        invoice,
                        "order %d has another invoice that is not cancelled, in line %d"
                                .formatted(invoice.orderId(), other.line()));
            }
        }
    }

    private void invoiceItems() {
        Map<Long, Trade.Item> items = Retail.byId(retail.trade().items());
        Set<List<Long>> taken = new HashSet<>();
        for (Billing.Item line : retail.billing().items()) {
            long order = Objects.requireNonNull(invoices.get(line.invoiceId())).orderId();
            long owner = Objects.requireNonNull(items.get(line.orderItemId())).orderId();
            if (owner != order) {
                fault(
                        Sheet.INVOICE_ITEMS,
                        line,
                        "OrderItemID names an item of order %d, its invoice is of order %d".formatted(owner, order));
            }
            if (!taken.add(List.of(line.invoiceId(), line.orderItemId()))) {
                fault(Sheet.INVOICE_ITEMS, line, "OrderItemID is on the invoice already");
            }
        }
    }

    private void count(Sheet sheet, Entry entry, int count) {
        if (count == 0) {
            fault(sheet, entry, "it has no items");
        }
        if (count > ITEMS_MAX) {
            fault(sheet, entry, "it has %d items, at most %d are possible".formatted(count, ITEMS_MAX));
        }
    }

    private void fault(Sheet sheet, Entry entry, String what) {
        findings.add(sheet.line(entry.line()), what);
    }
}
