package kontor.ledger.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTests {

    @ParameterizedTest
    @CsvSource({
        "249, 27, 316", // 316.23
        "249, 27.5, 317", // 317.475
        "100, 0, 100",
        "0, 27, 0",
        "50, 27, 64", // 63.5, a tie
        "-50, 27, -64", // a tie goes away from zero
        "1, 27, 1",
        "-40, 0, -40",
        "2, 25, 3", // 2.5
        "-2, 25, -3",
        "9999999999, 100, 19999999998",
        "1, 0.01, 1",
    })
    void roundsTheGrossPriceHalfUp(long net, BigDecimal vat, long gross) {
        assertThat(Price.of(net, vat).grossMinor()).isEqualTo(gross);
    }

    @Test
    void namesARateWithoutTrailingZeros() {
        assertThat(Price.of(1, new BigDecimal("27.50")).vatPercentage()).hasToString("27.5");
        assertThat(Price.of(1, new BigDecimal("30.00")).vatPercentage()).hasToString("30");
        assertThat(Price.of(1, new BigDecimal("0.00")).vatPercentage()).hasToString("0");
    }
}
