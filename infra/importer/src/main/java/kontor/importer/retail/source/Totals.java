package kontor.importer.retail.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** Net and gross of an order or invoice: VAT is rounded once per rate (G-11). */
public final class Totals {

    /** Net and gross in minor units. */
    public record Sum(long netMinor, long grossMinor) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<BigDecimal, Long> netByRate = new TreeMap<>();

    public void add(BigDecimal percentage, long netMinor) {
        netByRate.merge(percentage, netMinor, Math::addExact);
    }

    public Sum sum() {
        long net = 0;
        long vat = 0;
        for (Map.Entry<BigDecimal, Long> rate : netByRate.entrySet()) {
            net += rate.getValue();
            vat += BigDecimal.valueOf(rate.getValue())
                    .multiply(rate.getKey())
                    .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        return new Sum(net, net + vat);
    }
}
