package kontor.catalog.bulk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kontor.catalog.core.PriceMinor;
import kontor.platform.rejection.AmountOutOfRange;

/** Raises or lowers a price: half up of net x (100 + p) / 100, ties away from zero (G-9, C-22). */
record Percent(BigDecimal percent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    long of(long netMinor) {
        BigDecimal exact =
                BigDecimal.valueOf(netMinor).multiply(HUNDRED.add(percent)).divide(HUNDRED);
        BigDecimal rounded = exact.setScale(0, RoundingMode.HALF_UP);
        if (rounded.abs().compareTo(BigDecimal.valueOf(PriceMinor.MOST)) > 0) {
            throw new AmountOutOfRange();
        }
        return rounded.longValueExact();
    }
}
