package kontor.invoice.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is printed on a document and nothing else (V-3). Money is in minor units of {@code currency}; amounts and
 * sums of a cancellation are negative, unit prices never (V-11).
 *
 * @param cancels number of the cancelled invoice, on a cancellation only
 * @param reason why it was cancelled, on a cancellation only
 * @param meansCode payment means of EN 16931
 */
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

    /** An order has 100 items at most; what was taken over from elsewhere may have more, but not without end. */
    private static final int LINES_MOST = 1000;

    public enum Kind {
        INVOICE,
        CANCELLATION
    }

    /** Who sells. */
    public record Seller(
            String name,
            String street,
            String zipCode,
            String city,
            String country,
            String taxIdentifier,
            String bankAccount) {}

    /** Who is billed (V-4). */
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

    /** A line, net. */
    public record Line(
            int lineNo, String name, int amount, long unitPriceMinor, BigDecimal vatPercentage, long netMinor) {}

    /** Sums of the lines of one rate (G-11). */
    public record Vat(BigDecimal percentage, long netMinor, long vatMinor) {}

    public Paper {
        if (lines.size() > LINES_MOST) {
            throw new IllegalArgumentException(
                    "%s has %d lines, at most %d can be printed".formatted(number, lines.size(), LINES_MOST));
        }
        if ((kind == Kind.CANCELLATION) != (cancels != null)) {
            throw new IllegalArgumentException(number + ": a cancellation, and nothing else, cancels something");
        }
        lines = List.copyOf(lines);
        vat = List.copyOf(vat);
    }

    /** What the document is called by its reader. */
    String title() {
        return switch (kind) {
            case INVOICE -> "Invoice";
            case CANCELLATION -> "Cancellation";
        };
    }
}
