package kontor.importer.retail.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What was invoiced, by whom; all texts and figures as they were printed, prices net in minor units. */
public record Billing(List<Issuer> issuers, List<Invoice> invoices, List<Item> items) {

    /** A company that sells. */
    public record Issuer(
            int line,
            long id,
            String name,
            String zipCode,
            String city,
            String street,
            String taxIdentifier,
            String bankAccount)
            implements Entry {}

    /** An invoice. */
    public record Invoice(
            int line,
            long id,
            String customerName,
            String customerZipCode,
            String customerCity,
            String customerStreet,
            int printedCopies,
            boolean cancelled,
            String paymentMethod,
            LocalDate creationDate,
            LocalDate deliveryDate,
            LocalDate paymentDeadline,
            long issuerId,
            long orderId)
            implements Entry {}

    /** A line of an invoice. */
    public record Item(
            int line,
            long id,
            String name,
            int amount,
            long priceMinor,
            BigDecimal vatPercentage,
            long invoiceId,
            long orderItemId)
            implements Entry {}
}
