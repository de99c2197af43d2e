package kontor.invoice.invoice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import kontor.invoice.paper.Paper;

/** A document with its lines and, by rising rate, its VAT rows. */
public record InvoiceWithLines(@JsonUnwrapped InvoiceView invoice, List<Line> items, List<Paper.Vat> vat) {

    /** A line; net in minor units, VAT percentage as it was at issue. */
    public record Line(
            long id,
            int lineNo,
            long orderItemId,
            long productId,
            String name,
            int amount,
            long unitPriceMinor,
            BigDecimal vatPercentage,
            long netMinor) {

        private Paper.Line printed() {
            return new Paper.Line(lineNo, name, amount, unitPriceMinor, vatPercentage, netMinor);
        }
    }

    /** As it is printed. */
    public Paper paper() {
        return new Paper(
                invoice.kind(),
                invoice.number(),
                invoice.cancels(),
                invoice.reason(),
                invoice.issuer(),
                customer(),
                invoice.shipTo(),
                invoice.paymentMethod(),
                invoice.meansCode(),
                invoice.creationDate(),
                invoice.deliveryDate(),
                invoice.paymentDeadline(),
                invoice.currency(),
                items.stream().map(Line::printed).toList(),
                vat,
                invoice.netMinor(),
                invoice.vatMinor(),
                invoice.grossMinor());
    }

    private Paper.Customer customer() {
        return new Paper.Customer(
                invoice.customerName(),
                invoice.customerStreet(),
                invoice.customerZipCode(),
                invoice.customerCity(),
                invoice.customerCountry(),
                invoice.customerTaxIdentifier());
    }
}
