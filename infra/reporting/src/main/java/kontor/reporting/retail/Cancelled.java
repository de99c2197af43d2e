package kontor.reporting.retail;

import java.time.LocalDate;
import java.util.List;

/** What is used of InvoiceCancelled; the lines of the document that cancels are those of the invoice, negated. */
public record Cancelled(long invoiceId, Document cancellation, List<Issued.Vat> vat) {

    /** The document that cancels, with amounts below zero. */
    public record Document(
            long invoiceId,
            String number,
            long issuerId,
            LocalDate creationDate,
            long netMinor,
            long vatMinor,
            long grossMinor) {}
}
