package kontor.invoice.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import kontor.invoice.paper.Paper;
import org.jspecify.annotations.Nullable;

/**
 * A document as callers see it; amounts in minor units, those of a cancellation below 0.
 *
 * @param version counts prints and the cancelling
 * @param seriesYear null for an imported document, as is {@code seqNo}
 * @param cancelsId the invoice that this one cancels
 * @param cancelledById the document that cancels this one
 * @param contentHash SHA-256 over all that is printed
 */
public record InvoiceView(
        long id,
        long version,
        Paper.Kind kind,
        String number,
        @Nullable Integer seriesYear,
        @Nullable Integer seqNo,
        long issuerId,
        Paper.Seller issuer,
        long orderId,
        long customerId,
        String customerName,
        String customerZipCode,
        String customerCity,
        String customerStreet,
        String customerCountry,
        @Nullable String customerTaxIdentifier,
        Paper.ShipTo shipTo,
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
        int printedCopies,
        boolean cancelled,
        @Nullable Long cancelsId,
        @Nullable String cancels,
        @Nullable Long cancelledById,
        @Nullable String reason,
        String contentHash,
        @Nullable String externalSource,
        @Nullable String externalId) {

    static InvoiceView map(ResultSet row, int number) throws SQLException {
        Paper.Customer customer = Columns.customer(row);
        return new InvoiceView(
                row.getLong("id"),
                row.getLong("version"),
                Paper.Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getObject("series_year", Integer.class),
                row.getObject("seq_no", Integer.class),
                row.getLong("issuer_id"),
                Columns.seller(row),
                row.getLong("order_id"),
                row.getLong("customer_id"),
                customer.name(),
                customer.zipCode(),
                customer.city(),
                customer.street(),
                customer.country(),
                customer.taxIdentifier(),
                Columns.shipTo(row),
                row.getString("payment_method"),
                row.getString("means_code"),
                Columns.day(row, "creation_date"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                Columns.day(row, "delivery_date"),
                Columns.day(row, "payment_deadline"),
                row.getLong("net_minor"),
                row.getLong("vat_minor"),
                row.getLong("gross_minor"),
                row.getString("currency"),
                row.getInt("item_count"),
                row.getInt("printed_copies"),
                row.getBoolean("cancelled"),
                row.getObject("cancels_id", Long.class),
                row.getString("cancels"),
                row.getObject("cancelled_by_id", Long.class),
                row.getString("reason"),
                row.getString("content_hash"),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
