package kontor.invoice.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kontor.invoice.paper.Paper;
import kontor.platform.rejection.AmountOutOfRange;

/**
 * Sums of a document in minor units: the net lines per VAT rate, the VAT rounded once per rate, half up (G-9, G-11);
 * {@code amount-out-of-range} beyond the limits of money (G-8).
 *
 * @param vat by rising rate
 */
public record Totals(List<Paper.Vat> vat, long netMinor, long vatMinor, long grossMinor) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final long MOST = 9_999_999_999L;

    public Totals {
        vat = List.copyOf(vat);
        if (Math.abs(grossMinor) > MOST || Math.abs(netMinor) > MOST) {
            throw new AmountOutOfRange();
        }
    }

    public static Totals of(List<Paper.Line> lines) {
        // A tree, because 27 and 27.00 are one rate.
        Map<BigDecimal, Long> nets = lines.stream()
                .collect(Collectors.groupingBy(
                        Paper.Line::vatPercentage, TreeMap::new, Collectors.summingLong(Paper.Line::netMinor)));
        List<Paper.Vat> vat = nets.entrySet().stream()
                .map(rate -> new Paper.Vat(rate.getKey(), rate.getValue(), vat(rate.getKey(), rate.getValue())))
                .toList();
        long net = vat.stream().mapToLong(Paper.Vat::netMinor).sum();
        long tax = vat.stream().mapToLong(Paper.Vat::vatMinor).sum();
        return new Totals(vat, net, tax, net + tax);
    }

    private static long vat(BigDecimal percentage, long netMinor) {
        return percentage
                .multiply(BigDecimal.valueOf(netMinor))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
