package kontor.importer.retail.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kontor.importer.retail.calls.RetailTransfer.Target;
import kontor.importer.retail.source.Billing;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Trade;

/** Issuers, and invoices with their lines, to invoice-service. */
final class BillingTransfer {

    private static final int ROWS_MAX = 100;

    private final RetailTransfer transfer;
    private final Billing billing;
    private final Map<Long, List<Billing.Item>> lines;
    private final Map<Long, Integer> placeInOrder = new HashMap<>();

    BillingTransfer(RetailTransfer transfer, Retail retail) {
        this.transfer = transfer;
        this.billing = retail.billing();
        this.lines = retail.itemsByInvoice();
        for (List<Trade.Item> items : retail.itemsByOrder().values()) {
            for (int i = 0; i < items.size(); i++) {
                placeInOrder.put(items.get(i).id(), i + 1);
            }
        }
    }

    /** In the order of their old ids, in which they take effect (V-1). */
    void issuers() {
        transfer.send(
                Sheet.ISSUERS,
                new Target("issuers", "/imports/issuers", "issuers", ROWS_MAX),
                billing.issuers(),
                issuer -> {
                    Map<String, Object> row = RetailTransfer.row(issuer.id());
                    row.put("name", issuer.name());
                    row.put("zipCode", issuer.zipCode());
                    row.put("city", issuer.city());
                    row.put("street", issuer.street());
                    row.put("taxIdentifier", issuer.taxIdentifier());
                    row.put("bankAccount", issuer.bankAccount());
                    return row;
                });
    }

    void invoices() {
        transfer.send(
                Sheet.INVOICES,
                new Target("invoices", "/imports/invoices", "invoices", ROWS_MAX),
                billing.invoices(),
                this::row,
                (invoice, outcome) -> transfer.tally()
                        .add(Sheet.INVOICE_ITEMS, outcome, linesOf(invoice).size()));
    }

    private List<Billing.Item> linesOf(Billing.Invoice invoice) {
        return lines.getOrDefault(invoice.id(), List.of());
    }

    private Map<String, Object> row(Billing.Invoice invoice) {
        Map<String, Object> row = RetailTransfer.row(invoice.id());
        row.put("issuerId", transfer.ids().get(Sheet.ISSUERS, invoice.issuerId()));
        row.put("orderId", transfer.ids().get(Sheet.ORDERS, invoice.orderId()));
        row.put("customerName", invoice.customerName());
        row.put("customerZipCode", invoice.customerZipCode());
        row.put("customerCity", invoice.customerCity());
        row.put("customerStreet", invoice.customerStreet());
        row.put("paymentMethod", invoice.paymentMethod());
        row.put("creationDate", invoice.creationDate().toString());
        row.put("deliveryDate", invoice.deliveryDate().toString());
        row.put("paymentDeadline", invoice.paymentDeadline().toString());
        row.put("printedCopies", invoice.printedCopies());
        row.put("cancelled", invoice.cancelled());
        row.put("items", linesOf(invoice).stream().map(this::row).toList());
        return row;
    }

    private Map<String, Object> row(Billing.Item line) {
        Map<String, Object> row = RetailTransfer.row(line.id());
        row.put("orderLineNo", Objects.requireNonNull(placeInOrder.get(line.orderItemId())));
        row.put("name", line.name());
        row.put("amount", line.amount());
        row.put("unitPriceMinor", line.priceMinor());
        row.put("vatPercentage", line.vatPercentage());
        return row;
    }
}
