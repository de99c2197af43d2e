package kontor.invoice.importing;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kontor.invoice.importing.InvoiceRow.ItemRow;
import kontor.invoice.order.KnownOrder;
import kontor.invoice.paper.Paper;

/**
 * What there is here of what rows of invoices name, by id.
 *
 * @param live orders that have an invoice which is not cancelled
 * @param takenItems external ids of lines that are here already
 */
record InvoiceNames(
        Map<Long, Paper.Seller> sellers, Map<Long, KnownOrder> orders, Set<Long> live, Set<String> takenItems) {

    KnownOrder order(InvoiceRow row) {
        return Objects.requireNonNull(orders.get(row.orderId()));
    }

    Paper.Seller seller(InvoiceRow row) {
        return Objects.requireNonNull(sellers.get(row.issuerId()));
    }

    /** The line of the order that was billed, cancelled or not. */
    Optional<KnownOrder.Item> item(InvoiceRow row, ItemRow item) {
        return order(row).items().stream()
                .filter(line -> line.lineNo() == item.orderLineNo())
                .findFirst();
    }
}
