package kontor.order.parcel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent from whom to whom.
 *
 * @param paidAt from when on it can be printed, which is the day of the papers
 * @param packaging its name, null if the catalog does not tell of it any more
 * @param packagingG its own weight in grams
 */
record Shipment(
        long purchaseId,
        Instant paidAt,
        Party from,
        Party to,
        String carrier,
        String tariff,
        @Nullable String packaging,
        int packagingG,
        @Nullable String trackingNumber,
        @Nullable String sellerReference,
        List<Line> lines) {

    /** An address of the purchase, as it was copied. */
    record Party(
            String name,
            String street,
            String zipCode,
            String city,
            String country,
            @Nullable String phone) {}

    /** Pieces of a listing; weight of one piece in grams. */
    record Line(int lineNo, String title, int quantity, int weightG) {

        long totalG() {
            return (long) quantity * weightG;
        }
    }

    long pieces() {
        return lines.stream().mapToLong(Line::quantity).sum();
    }

    /** Lines and packaging together. */
    long weightG() {
        return packagingG + lines.stream().mapToLong(Line::totalG).sum();
    }
}
