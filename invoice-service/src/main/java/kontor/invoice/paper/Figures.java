package kontor.invoice.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** Money and rates as one reads them on paper and as programs read them; never by the machine's language. */
record Figures(int decimals) {

    private static final int DECIMALS_OF_A_RATE = 2;

    static Figures of(String currency) {
        // A unit of account such as gold has none.
        return new Figures(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }

    /** As in {@code 1,234.50}. */
    String printed(long minor) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", exact(minor));
    }

    /** As in {@code 1234.50}. */
    String plain(long minor) {
        return exact(minor).toPlainString();
    }

    /** As in {@code 27} or {@code 5.5}. */
    static String printedRate(BigDecimal percentage) {
        BigDecimal plain = percentage.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** As in {@code 27.00}. */
    static String plainRate(BigDecimal percentage) {
        return percentage.setScale(DECIMALS_OF_A_RATE, RoundingMode.UNNECESSARY).toPlainString();
    }

    private BigDecimal exact(long minor) {
        return BigDecimal.valueOf(minor, decimals);
    }
}
