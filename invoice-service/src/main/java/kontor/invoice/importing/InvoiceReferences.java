package kontor.invoice.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kontor.invoice.importing.InvoiceRow.ItemRow;
import kontor.invoice.invoice.Documents;
import kontor.invoice.issuer.IssuerBook;
import kontor.invoice.order.KnownOrder;
import kontor.invoice.order.KnownOrders;
import kontor.platform.importing.ImportRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up what rows of invoices name. */
@Component
class InvoiceReferences {

    private final KnownOrders orders;
    private final Documents documents;
    private final IssuerBook issuers;
    private final JdbcClient jdbc;

    InvoiceReferences(KnownOrders orders, Documents documents, IssuerBook issuers, JdbcClient jdbc) {
        this.orders = orders;
        this.documents = documents;
        this.issuers = issuers;
        this.jdbc = jdbc;
    }

    /** Locks the orders in id order, as whoever writes about an order does. */
    InvoiceNames of(String source, Collection<InvoiceRow> rows) {
        Map<Long, KnownOrder> known = new HashMap<>();
        Set<Long> live = new HashSet<>();
        Set<Long> named = new TreeSet<>();
        rows.forEach(row -> named.add(row.orderId()));
        for (long orderId : named) {
            if (orders.lock(orderId).isPresent()) {
                orders.find(orderId).ifPresent(order -> known.put(orderId, order));
                if (documents.hasLive(orderId)) {
                    live.add(orderId);
                }
            }
        }
        List<String> items = rows.stream()
                .flatMap(row -> row.items().stream())
                .map(ItemRow::externalId)
                .toList();
        return new InvoiceNames(
                issuers.sellers(rows.stream().map(InvoiceRow::issuerId).collect(Collectors.toSet())),
                known,
                live,
                ImportRows.known(jdbc, "invoice_item", source, items).keySet());
    }
}
