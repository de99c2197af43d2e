package kontor.invoice.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import kontor.invoice.paper.Paper;
import org.jspecify.annotations.Nullable;

/** Documents as the facts that are told of them. */
final class Facts {

    private Facts() {}

    static InvoiceFact.InvoiceIssued issued(long id, Document document, @Nullable Long requestId) {
        Paper paper = document.paper();
        return new InvoiceFact.InvoiceIssued(
                document.orderId(),
                id,
                requestId,
                paper.number(),
                document.issuerId(),
                issuer(paper.seller()),
                document.customerId(),
                customer(paper.customer()),
                shipTo(paper.shipTo()),
                paper.paymentMethod(),
                paper.meansCode(),
                paper.creationDate(),
                document.issuedAt(),
                paper.deliveryDate(),
                paper.paymentDeadline(),
                paper.netMinor(),
                paper.vatMinor(),
                paper.grossMinor(),
                paper.currency(),
                document.itemCount(),
                items(document),
                vat(paper));
    }

    static InvoiceFact.CancelledInvoiceImported importedCancelled(long id, Document document) {
        return new InvoiceFact.CancelledInvoiceImported(
                document.orderId(),
                id,
                document.paper().number(),
                document.customerId(),
                document.paper().creationDate());
    }

    /** @param cancelledNumber of the invoice that the document cancels */
    static InvoiceFact.InvoiceCancelled cancelled(long id, Document document, long cancelsId, String cancelledNumber) {
        Paper paper = document.paper();
        return new InvoiceFact.InvoiceCancelled(
                document.orderId(),
                cancelsId,
                cancelledNumber,
                document.customerId(),
                items(document).stream()
                        .map(item -> new InvoiceFact.Line(item.orderItemId(), item.productId(), -item.amount()))
                        .toList(),
                new InvoiceFact.Cancellation(
                        id,
                        paper.number(),
                        document.issuerId(),
                        paper.creationDate(),
                        document.issuedAt(),
                        paper.netMinor(),
                        paper.vatMinor(),
                        paper.grossMinor()),
                vat(paper),
                paper.currency(),
                document.actorId());
    }

    private static InvoiceFact.Issuer issuer(Paper.Seller seller) {
        return new InvoiceFact.Issuer(
                seller.name(),
                seller.zipCode(),
                seller.city(),
                seller.street(),
                seller.country(),
                seller.taxIdentifier());
    }

    private static InvoiceFact.Customer customer(Paper.Customer customer) {
        return new InvoiceFact.Customer(
                customer.name(),
                customer.zipCode(),
                customer.city(),
                customer.street(),
                customer.country(),
                customer.taxIdentifier());
    }

    private static InvoiceFact.ShipTo shipTo(Paper.ShipTo shipTo) {
        return new InvoiceFact.ShipTo(
                shipTo.name(), shipTo.street(), shipTo.zipCode(), shipTo.city(), shipTo.country(), shipTo.phone());
    }

    private static List<InvoiceFact.Item> items(Document document) {
        List<Paper.Line> lines = document.paper().lines();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> item(lines.get(i), document.sold().get(i)))
                .toList();
    }

    private static InvoiceFact.Item item(Paper.Line line, Document.Sold sold) {
        return new InvoiceFact.Item(
                line.lineNo(),
                sold.orderItemId(),
                sold.productId(),
                line.name(),
                line.amount(),
                line.unitPriceMinor(),
                plain(line.vatPercentage()),
                line.netMinor());
    }

    private static List<InvoiceFact.Vat> vat(Paper paper) {
        return paper.vat().stream()
                .map(rate -> new InvoiceFact.Vat(plain(rate.percentage()), rate.netMinor(), rate.vatMinor()))
                .toList();
    }

    /** Without trailing zeros and exponent: 27, 27.5, 0. */
    static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
