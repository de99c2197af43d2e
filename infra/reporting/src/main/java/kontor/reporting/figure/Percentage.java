package kontor.reporting.figure;

import java.math.BigDecimal;

/** A VAT percentage as the ledger names the account of its rate: {@code 27}, {@code 5.5}. */
public final class Percentage {

    private Percentage() {}

    public static String text(BigDecimal percentage) {
        return percentage.signum() == 0 ? "0" : percentage.stripTrailingZeros().toPlainString();
    }
}
