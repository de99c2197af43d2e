package kontor.order.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import kontor.order.product.Totals.Line;
import kontor.order.product.Totals.Vat;
import kontor.platform.rejection.AmountOutOfRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTests {

    private static Line line(long net, String vat) {
        return new Line(net, new BigDecimal(vat));
    }

    @Test
    void roundsVatOncePerRate() {
        Totals totals = Totals.of(List.of(line(250, "27"), line(1_998, "15.00"), line(250, "27.00")));

        assertThat(totals.vat())
                .containsExactly(new Vat(new BigDecimal("15"), 1_998, 300), new Vat(new BigDecimal("27"), 500, 135));
        assertThat(totals.netMinor()).isEqualTo(2_498);
        assertThat(totals.grossMinor()).isEqualTo(2_933);
    }

    @ParameterizedTest
    @CsvSource({"50, 1, 1", "49, 1, 0", "-50, 1, -1", "-49, 1, 0", "250, 0.2, 1", "1, 100, 1", "7, 0, 0"})
    void roundsHalfAwayFromZero(long net, String percentage, long vat) {
        assertThat(Totals.of(List.of(line(net, percentage))).vat().getFirst().vatMinor())
                .isEqualTo(vat);
    }

    @Test
    void isNothingWithoutLines() {
        assertThat(Totals.of(List.of())).isEqualTo(new Totals(0, List.of(), 0));
    }

    @ParameterizedTest
    @CsvSource({"9999999999, 0, false", "10000000000, 0, true", "9999999999, 1, true", "7874015747, 27, false"})
    void staysInTheRangeOfMoney(long net, String vat, boolean isBeyond) {
        Totals totals = Totals.of(List.of(line(net, vat)));

        if (isBeyond) {
            assertThatThrownBy(totals::requireInRange).isInstanceOf(AmountOutOfRange.class);
        } else {
            totals.requireInRange();
        }
    }
}
