package kontor.reporting.retail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What is used of InvoiceIssued; an invoice is never changed. */
public record Issued(
        long invoiceId,
        String number,
        long issuerId,
        LocalDate creationDate,
        LocalDate paymentDeadline,
        long netMinor,
        long vatMinor,
        long grossMinor,
        List<Line> items,
        List<Vat> vat) {

    /** A line; its VAT is not known by itself (G-11). */
    public record Line(long orderItemId, long productId, long amount, long netMinor) {}

    /** VAT of one rate, rounded once per document. */
    public record Vat(BigDecimal percentage, long netMinor, long vatMinor) {}
}
