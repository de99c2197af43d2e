package kontor.catalog.core;

import java.math.BigDecimal;

/** Decimals as JSON shows them: no trailing zeros, no exponent. */
public final class Decimals {

    private Decimals() {}

    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
