package kontor.order.product;

import static kontor.order.money.Range.MOST_MINOR;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kontor.platform.rejection.AmountOutOfRange;

/**
 * Totals in minor units: net lines added per VAT rate, VAT rounded once per rate (G-11), rates rising.
 */
public record Totals(long netMinor, List<Vat> vat, long grossMinor) {

    /** A line with the percentage of its product. */
    public record Line(long netMinor, BigDecimal vatPercentage) {}

    /** VAT of one rate. */
    public record Vat(BigDecimal percentage, long netMinor, long vatMinor) {

        private static Vat of(BigDecimal percentage, long netMinor) {
            long vat = BigDecimal.valueOf(netMinor)
                    .multiply(percentage)
                    .movePointLeft(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            return new Vat(percentage, netMinor, vat);
        }
    }

    public static Totals of(List<Line> lines) {
        Map<BigDecimal, Long> nets = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> plain(line.vatPercentage()), TreeMap::new, Collectors.summingLong(Line::netMinor)));
        List<Vat> vat = nets.entrySet().stream()
                .map(rate -> Vat.of(rate.getKey(), rate.getValue()))
                .toList();
        long net = vat.stream().mapToLong(Vat::netMinor).sum();
        return new Totals(net, vat, net + vat.stream().mapToLong(Vat::vatMinor).sum());
    }

    /** For what is being decided; what is only shown may have left the range by a change of VAT. */
    public void requireInRange() {
        if (!isInRange()) {
            throw new AmountOutOfRange();
        }
    }

    /** Whether both can be money (G-8). */
    public boolean isInRange() {
        return Math.abs(netMinor) <= MOST_MINOR && Math.abs(grossMinor) <= MOST_MINOR;
    }

    /** Without trailing zeros and exponent: 27, 27.5, 0. */
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
