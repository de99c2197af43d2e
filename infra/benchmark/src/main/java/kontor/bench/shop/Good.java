package kontor.bench.shop;

import java.math.BigDecimal;

/** A product on the shelf, with what its purchase books. */
public record Good(long productId, long version, long unitNetMinor, BigDecimal vatPercentage, long unitPriceMinor) {

    public long vatMinor() {
        return unitPriceMinor - unitNetMinor;
    }
}
