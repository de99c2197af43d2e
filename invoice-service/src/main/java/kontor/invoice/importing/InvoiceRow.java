package kontor.invoice.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kontor.platform.web.Text;

/**
 * An invoice of another shop, as it was printed there.
 *
 * @param externalId its printed number is made of it
 * @param issuerId an issuer here
 * @param orderId an order here
 * @param printedCopies how often it was printed; prints go on counting
 */
record InvoiceRow(
        @NotNull @Text(max = NUMBER_MOST) String externalId,
        @NotNull Long issuerId,
        @NotNull Long orderId,
        @NotNull @Text(max = 50) String customerName,
        @NotNull @Text(max = 10) String customerZipCode,
        @NotNull @Text(max = 50) String customerCity,
        @NotNull @Text(max = 50) String customerStreet,
        @NotNull @Text(max = 40) String paymentMethod,
        @NotNull LocalDate creationDate,
        @NotNull LocalDate deliveryDate,
        @NotNull LocalDate paymentDeadline,
        @NotNull @Min(0) @Max(COPIES_MOST) Integer printedCopies,
        @NotNull Boolean cancelled,
        @NotNull @Size(min = 1, max = ITEMS_MOST) List<@NotNull @Valid ItemRow> items) {

    private static final String NUMBER = "import-";

    /** A number has 40 characters. */
    private static final int NUMBER_MOST = 33;

    private static final int ITEMS_MOST = 100;
    private static final long COPIES_MOST = 1_000_000;

    /**
     * A line; the price is net, in minor units.
     *
     * @param orderLineNo line of the order that was billed
     */
    record ItemRow(
            @NotNull @Text(max = 40) String externalId,
            @NotNull @Min(1) @Max(ITEMS_MOST) Integer orderLineNo,
            @NotNull @Text(max = 64) String name,
            @NotNull @Min(1) @Max(PIECES_MOST) Integer amount,
            @NotNull @Min(0) @Max(MONEY_MOST) Long unitPriceMinor,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal vatPercentage) {

        private static final long PIECES_MOST = 10_000;
        private static final long MONEY_MOST = 9_999_999_999L;

        long netMinor() {
            return Math.multiplyExact(unitPriceMinor, (long) amount);
        }
    }

    /** Of no series. */
    String number() {
        return NUMBER + externalId;
    }
}
