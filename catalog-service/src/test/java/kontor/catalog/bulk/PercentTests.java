package kontor.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import kontor.platform.rejection.AmountOutOfRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTests {

    @ParameterizedTest
    @CsvSource({
        "1990, -12.5, 1741",
        "1220, -12.5, 1068",
        "  50,     1,   51",
        " -50,     1,  -51",
        "   2,   -25,    2",
        "  -2,   -25,   -2",
        "   0,  1000,    0",
        "   1, -99.9999,  0",
        "9999999999, 0, 9999999999"
    })
    void roundsHalfAwayFromZero(long net, BigDecimal percent, long expected) {
        assertThat(new Percent(percent).of(net)).isEqualTo(expected);
    }

    @Test
    void refusesWhatLeavesTheRangeOfMoney() {
        Percent more = new Percent(new BigDecimal("0.01"));

        assertThatExceptionOfType(AmountOutOfRange.class).isThrownBy(() -> more.of(9_999_999_999L));
        assertThatExceptionOfType(AmountOutOfRange.class).isThrownBy(() -> more.of(-9_999_999_999L));
    }
}
