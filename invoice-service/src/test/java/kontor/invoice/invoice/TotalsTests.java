package kontor.invoice.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kontor.invoice.paper.Paper;
import kontor.platform.rejection.AmountOutOfRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTests {

    @Test
    void roundsOncePerRate() {
        Totals totals = Totals.of(List.of(line(3, 410, "27"), line(1, 95, "27.00"), line(2, 600, "0")));

        assertThat(totals.vat().stream().map(Paper.Vat::netMinor)).containsExactly(1_200L, 1_325L);
        assertThat(totals.vat().stream().map(Paper.Vat::vatMinor)).containsExactly(0L, 358L);
        assertThat(totals.netMinor()).isEqualTo(2_525);
        assertThat(totals.vatMinor()).isEqualTo(358);
        assertThat(totals.grossMinor()).isEqualTo(2_883);
    }

    /** Example 1 of order.md: 135, per line it would be 136. */
    @Test
    void doesNotRoundPerLine() {
        Totals totals = Totals.of(List.of(line(1, 250, "27"), line(1, 250, "27"), line(1, 1_998, "15")));

        assertThat(totals.vat().stream().map(Paper.Vat::vatMinor)).containsExactly(300L, 135L);
        assertThat(totals.grossMinor()).isEqualTo(2_933);
    }

    @ParameterizedTest
    @CsvSource({"50, 5, 3", "-50, 5, -3", "49, 5, 2", "10, 5, 1", "9, 5, 0", "1, 0, 0", "100, 100, 100", "3, 0.01, 0"})
    void roundsATieAwayFromZero(int amount, String vat, long expected) {
        assertThat(Totals.of(List.of(line(amount, 1, vat))).vatMinor()).isEqualTo(expected);
    }

    @Test
    void refusesWhatLeavesTheRangeOfMoney() {
        assertThat(Totals.of(List.of(line(1, 9_999_999_999L, "0"))).grossMinor())
                .isEqualTo(9_999_999_999L);
        assertThatThrownBy(() -> Totals.of(List.of(line(1, 9_999_999_999L, "1"))))
                .isInstanceOf(AmountOutOfRange.class);
        assertThatThrownBy(() -> Totals.of(List.of(line(1, 9_999_999_999L, "0"), line(1, 1, "0"))))
                .isInstanceOf(AmountOutOfRange.class);
    }

    @Test
    void addsUpWhateverIsSold() {
        long seed = Long.getLong("kontor.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> rates = List.of("0", "5", "5.5", "18", "27", "0.01", "99.99");
        for (int i = 0; i < 2_000; i++) {
            List<Paper.Line> lines = IntStream.range(0, 1 + random.nextInt(30))
                    .mapToObj(n -> line(
                            1 + random.nextInt(100), random.nextInt(10_000), rates.get(random.nextInt(rates.size()))))
                    .toList();

            Totals totals = Totals.of(lines);

            assertThat(totals.netMinor())
                    .as("seed %d", seed)
                    .isEqualTo(lines.stream().mapToLong(Paper.Line::netMinor).sum());
            assertThat(totals.vatMinor()).as("seed %d", seed).isEqualTo(vatOf(lines));
            assertThat(totals.grossMinor()).as("seed %d", seed).isEqualTo(totals.netMinor() + totals.vatMinor());
        }
    }

    /** In other words: hundredths of a unit as one integer per rate, half of it added, cut. */
    private static long vatOf(List<Paper.Line> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.vatPercentage().setScale(2, RoundingMode.UNNECESSARY),
                        Collectors.summingLong(Paper.Line::netMinor)))
                .entrySet()
                .stream()
                .mapToLong(
                        rate -> (rate.getValue() * rate.getKey().unscaledValue().longValueExact() + 5_000) / 10_000)
                .sum();
    }

    private static Paper.Line line(int amount, long price, String vat) {
        return new Paper.Line(1, "Tea", amount, price, new BigDecimal(vat), amount * price);
    }
}
