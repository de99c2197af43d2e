package kontor.importer.retail.check;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.importer.reading.Findings;
import kontor.importer.retail.source.Billing;
import kontor.importer.retail.source.Clientele;
import kontor.importer.retail.source.Entry;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Trade;
import kontor.importer.retail.source.Wares;
import org.jspecify.annotations.Nullable;

/** Lines that name another one which is not there. */
final class Mentions {

    private final Findings findings;
    private final Map<Sheet, Set<Long>> known = new EnumMap<>(Sheet.class);

    private Mentions(Retail retail, Findings findings) {
        this.findings = findings;
        know(Sheet.CUSTOMERS, retail.clientele().customers());
        know(Sheet.SITES, retail.clientele().sites());
        know(Sheet.VAT_RATES, retail.wares().vatRates());
        know(Sheet.CATEGORIES, retail.wares().categories());
        know(Sheet.PRODUCTS, retail.wares().products());
        know(Sheet.PAYMENT_METHODS, retail.trade().methods());
        know(Sheet.STATUSES, retail.trade().statuses());
        know(Sheet.ORDERS, retail.trade().orders());
        know(Sheet.ORDER_ITEMS, retail.trade().items());
        know(Sheet.ISSUERS, retail.billing().issuers());
        know(Sheet.INVOICES, retail.billing().invoices());
    }

    static void check(Retail retail, Findings findings) {
        Mentions mentions = new Mentions(retail, findings);
        mentions.ofClientele(retail.clientele());
        mentions.ofWares(retail.wares());
        mentions.ofTrade(retail.trade());
        mentions.ofBilling(retail.billing());
    }

    private void know(Sheet sheet, Collection<? extends Entry> entries) {
        known.put(sheet, entries.stream().map(Entry::id).collect(Collectors.toSet()));
    }

    private void ofClientele(Clientele clientele) {
        for (Clientele.Customer customer : clientele.customers()) {
            require(Sheet.CUSTOMERS, customer, "MainCustomerSiteID", customer.mainSiteId(), Sheet.SITES);
        }
        for (Clientele.Site site : clientele.sites()) {
            require(Sheet.SITES, site, "CustomerID", site.customerId(), Sheet.CUSTOMERS);
        }
    }

    private void ofWares(Wares wares) {
        for (Wares.Category category : wares.categories()) {
            require(Sheet.CATEGORIES, category, "ParentCategoryID", category.parentId(), Sheet.CATEGORIES);
        }
        for (Wares.Product product : wares.products()) {
            require(Sheet.PRODUCTS, product, "VATID", product.vatRateId(), Sheet.VAT_RATES);
            require(Sheet.PRODUCTS, product, "CategoryID", product.categoryId(), Sheet.CATEGORIES);
        }
    }

    private void ofTrade(Trade trade) {
        for (Trade.Order order : trade.orders()) {
            require(Sheet.ORDERS, order, "CustomerSiteID", order.siteId(), Sheet.SITES);
            require(Sheet.ORDERS, order, "StatusID", order.statusId(), Sheet.STATUSES);
            require(Sheet.ORDERS, order, "PaymentMethodID", order.methodId(), Sheet.PAYMENT_METHODS);
        }
        for (Trade.Item item : trade.items()) {
            require(Sheet.ORDER_ITEMS, item, "OrderID", item.orderId(), Sheet.ORDERS);
            require(Sheet.ORDER_ITEMS, item, "ProductID", item.productId(), Sheet.PRODUCTS);
            require(Sheet.ORDER_ITEMS, item, "StatusID", item.statusId(), Sheet.STATUSES);
        }
    }

    private void ofBilling(Billing billing) {
        for (Billing.Invoice invoice : billing.invoices()) {
            require(Sheet.INVOICES, invoice, "InvoiceIssuerID", invoice.issuerId(), Sheet.ISSUERS);
            require(Sheet.INVOICES, invoice, "OrderID", invoice.orderId(), Sheet.ORDERS);
        }
        for (Billing.Item item : billing.items()) {
            require(Sheet.INVOICE_ITEMS, item, "InvoiceID", item.invoiceId(), Sheet.INVOICES);
            require(Sheet.INVOICE_ITEMS, item, "OrderItemID", item.orderItemId(), Sheet.ORDER_ITEMS);
        }
    }

    private void require(Sheet sheet, Entry entry, String column, @Nullable Long id, Sheet target) {
        if (id != null && !known.getOrDefault(target, Set.of()).contains(id)) {
            findings.add(
                    sheet.line(entry.line()),
                    "%s names ID %d of %s, which does not exist".formatted(column, id, target.title()));
        }
    }
}
