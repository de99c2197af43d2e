package kontor.invoice.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of an order's invoices; all facts of an order are one stream. */
public sealed interface InvoiceFact {

    long orderId();

    /** An admin asks whether an order may be invoiced: a question to order-service (V-2). */
    record InvoiceRequested(
            long orderId, long requestId, @Nullable LocalDate deliveryDate, UUID requestedBy) implements InvoiceFact {}

    /** An invoice exists, with all that is printed on it but bank accounts (V-3). */
    record InvoiceIssued(
            long orderId,
            long invoiceId,
            @Nullable Long requestId,
            String number,
            long issuerId,
            Issuer issuer,
            long customerId,
            Customer customer,
            ShipTo shipTo,
            String paymentMethod,
            String meansCode,
            LocalDate creationDate,
            Instant issuedAt,
            LocalDate deliveryDate,
            LocalDate paymentDeadline,
            long netMinor,
            long vatMinor,
            long grossMinor,
            String currency,
            int itemCount,
            List<Item> items,
            List<Vat> vat)
            implements InvoiceFact {}

    /**
     * An invoice was taken over that had been cancelled where it came from: a document to be read and printed, and
     * nothing else follows from it (G-40).
     */
    record CancelledInvoiceImported(
            long orderId, long invoiceId, String number, long customerId, LocalDate creationDate)
            implements InvoiceFact {}

    /** A document was printed; copy 1 is the original (V-10). */
    record InvoicePrinted(long orderId, long invoiceId, String number, int copyNo, Instant at, UUID actorId)
            implements InvoiceFact {}

    /** An invoice was cancelled by a document of its own; signs of the latter's figures are turned (V-11). */
    record InvoiceCancelled(
            long orderId,
            long invoiceId,
            String number,
            long customerId,
            List<Line> lines,
            Cancellation cancellation,
            List<Vat> vat,
            String currency,
            UUID actorId)
            implements InvoiceFact {}

    /** The company as printed, without bank account (G-36). */
    record Issuer(String name, String zipCode, String city, String street, String country, String taxIdentifier) {}

    /** Who is billed, as printed. */
    record Customer(
            String name,
            String zipCode,
            String city,
            String street,
            String country,
            @Nullable String taxIdentifier) {}

    /** Where it was delivered. */
    record ShipTo(
            String name,
            String street,
            String zipCode,
            String city,
            String country,
            @Nullable String phone) {}

    /** A line of an invoice. */
    record Item(
            int lineNo,
            long orderItemId,
            long productId,
            String name,
            int amount,
            long unitPriceMinor,
            BigDecimal vatPercentage,
            long netMinor) {}

    /** A line of a cancelled invoice with the pieces that were invoiced. */
    record Line(long orderItemId, long productId, int amount) {}

    /** The cancelling document. */
    record Cancellation(
            long invoiceId,
            String number,
            long issuerId,
            LocalDate creationDate,
            Instant issuedAt,
            long netMinor,
            long vatMinor,
            long grossMinor) {}

    /** The lines of one rate. */
    record Vat(BigDecimal percentage, long netMinor, long vatMinor) {}
}
