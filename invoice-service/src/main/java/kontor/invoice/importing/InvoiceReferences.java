package kontor.invoice.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kontor.invoice.importing.InvoiceRow.ItemRow;
import kontor.invoice.invoice.Documents;
import kontor.invoice.order.KnownOrder;
import kontor.invoice.order.KnownOrders;
import kontor.invoice.paper.Paper;
import kontor.platform.importing.ImportRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up what rows of invoices name. */
@Component
class InvoiceReferences {

    private final KnownOrders orders;
    private final Documents documents;
    private final JdbcClient jdbc;

    InvoiceReferences(KnownOrders orders, Documents documents, JdbcClient jdbc) {
        this.orders = orders;
        this.documents = documents;
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
                sellers(rows),
                known,
                live,
                ImportRows.known(jdbc, "invoice_item", source, items).keySet());
    }

    private Map<Long, Paper.Seller> sellers(Collection<InvoiceRow> rows) {
        Map<Long, Paper.Seller> sellers = new HashMap<>();
        jdbc.sql("""
                        select id, name, street, zip_code, city, country, tax_identifier, bank_account from issuer
                        where id = any(?)
                        """)
                .param(rows.stream().map(InvoiceRow::issuerId).distinct().toArray(Long[]::new))
                .query(row -> {
                    sellers.put(
                            row.getLong(1),
                            new Paper.Seller(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getString(8)));
                });
        return sellers;
    }
}
