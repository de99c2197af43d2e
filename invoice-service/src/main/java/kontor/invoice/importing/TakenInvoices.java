package kontor.invoice.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kontor.invoice.importing.InvoiceRow.ItemRow;
import kontor.invoice.invoice.Document;
import kontor.invoice.invoice.Totals;
import kontor.invoice.order.KnownOrder;
import kontor.invoice.paper.Paper;
import kontor.platform.store.PlatformSettings;
import org.springframework.stereotype.Component;

/** Invoices of another shop as documents here. What was not printed there comes from the copy of the order. */
@Component
class TakenInvoices {

    /** "Instrument not defined" of EN 16931. */
    private static final String ANY_MEANS = "1";

    private final PlatformSettings settings;

    TakenInvoices(PlatformSettings settings) {
        this.settings = settings;
    }

    Document document(String source, InvoiceRow row, InvoiceNames names, UUID adminId) {
        KnownOrder order = names.order(row);
        List<Document.Sold> sold = new ArrayList<>();
        for (ItemRow item : row.items()) {
            KnownOrder.Item line = names.item(row, item).orElseThrow();
            sold.add(new Document.Sold(line.orderItemId(), line.productId(), item.externalId()));
        }
        return new Document(
                paper(row, names.seller(row), order),
                null,
                row.issuerId(),
                row.orderId(),
                order.customerId(),
                issuedAt(row),
                sold,
                adminId,
                null,
                new Document.Source(source, row.externalId(), row.printedCopies(), row.cancelled()));
    }

    /** The other shop knows the day only. */
    private Instant issuedAt(InvoiceRow row) {
        return row.creationDate().atStartOfDay(settings.zone()).toInstant();
    }

    private Paper paper(InvoiceRow row, Paper.Seller seller, KnownOrder order) {
        List<Paper.Line> lines = lines(row);
        Totals totals = Totals.of(lines);
        boolean isSameMethod = order.paymentMethod().equals(row.paymentMethod());
        return new Paper(
                Paper.Kind.INVOICE,
                row.number(),
                null,
                null,
                seller,
                new Paper.Customer(
                        row.customerName(),
                        row.customerStreet(),
                        row.customerZipCode(),
                        row.customerCity(),
                        settings.country(),
                        null),
                order.shipTo(),
                row.paymentMethod(),
                isSameMethod ? order.meansCode() : ANY_MEANS,
                row.creationDate(),
                row.deliveryDate(),
                row.paymentDeadline(),
                settings.currency(),
                lines,
                totals.vat(),
                totals.netMinor(),
                totals.vatMinor(),
                totals.grossMinor());
    }

    static List<Paper.Line> lines(InvoiceRow row) {
        List<Paper.Line> lines = new ArrayList<>();
        for (ItemRow item : row.items()) {
            lines.add(new Paper.Line(
                    lines.size() + 1,
                    item.name(),
                    item.amount(),
                    item.unitPriceMinor(),
                    item.vatPercentage(),
                    item.netMinor()));
        }
        return lines;
    }
}
