package kontor.invoice.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is printed on a document. */
public record Paper(
        Kind kind,
        String number,
        @Nullable String cancels,
        @Nullable String reason,
        Seller seller,
        Customer customer,
        ShipTo shipTo,
        String paymentMethod,
        String meansCode,
        LocalDate creationDate,
        LocalDate deliveryDate,
        LocalDate paymentDeadline,
        String currency,
        List<Line> lines,
        List<Vat> vat,
        long netMinor,
        long vatMinor,
        long grossMinor) {

    /** What sort of document it is. */
    public enum Kind {
        INVOICE,
        CANCELLATION
    }

    /** The company that sells. */
    public record Seller(
            String name,
            String street,
            String zipCode,
            String city,
            String country,
            String taxIdentifier,
            String bankAccount) {}

    /** Who is billed. */
    public record Customer(
            String name,
            String street,
            String zipCode,
            String city,
            String country,
            @Nullable String taxIdentifier) {}

    /** Where it was delivered. */
    public record ShipTo(
            String name,
            String street,
            String zipCode,
            String city,
            String country,
            @Nullable String phone) {}

    /** A line; signs are turned on a cancellation. */
    public record Line(
            int lineNo, String name, int amount, long unitPriceMinor, BigDecimal vatPercentage, long netMinor) {}

    /** The lines of one rate together; signs are turned on a cancellation. */
    public record Vat(BigDecimal percentage, long netMinor, long vatMinor) {}
}
