package kontor.ledger.product;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Price of one piece in minor units: net, VAT percentage, and gross = net x (100 + VAT) / 100, half up, a tie away from
 * zero (G-9, G-10).
 */
public record Price(long netMinor, BigDecimal vatPercentage, long grossMinor) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Price of(long netMinor, BigDecimal vatPercentage) {
        BigDecimal gross = BigDecimal.valueOf(netMinor)
                .multiply(HUNDRED.add(vatPercentage))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP);
        return new Price(netMinor, plain(vatPercentage), gross.longValueExact());
    }

    /** Without trailing zeros and exponent: 27, 27.5, 0. */
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
