package kontor.order.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import kontor.platform.rejection.WrongOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeModelTests {

    private static FeeModel model(String percent, long fixed, long min, @Nullable Long max) {
        return new FeeModel("Model", new BigDecimal(percent), fixed, min, max, Instant.EPOCH);
    }

    /** The first two rows are the example of the domain page. */
    @ParameterizedTest
    @CsvSource({
        "3690, 4, 20, 40, 1500, 168",
        "300, 4, 20, 40, 1500, 40",
        "500, 4, 20, 40, 1500, 40",
        "525, 4, 20, 40, 1500, 41",
        "37000, 4, 20, 40, 1500, 1500",
        "36987, 4, 20, 40, 1500, 1499",
        "9999999999, 4, 20, 40, , 400000020",
        "9999999999, 100, 9999999999, 0, , 19999999998",
        "1, 0, 0, 0, , 0",
        "1, 50, 0, 0, , 1",
        "1, 49.99, 0, 0, , 0",
        "50, 0.99, 0, 0, , 0",
        "51, 0.99, 0, 0, , 1",
        "250, 0.6, 0, 0, , 2",
        "100, 10, 0, 0, 0, 0",
        "100, 10, 0, 7, 7, 7",
    })
    void takesAShareRoundedHalfUpWithinItsLimits(
            long goods, String percent, long fixed, long min, @Nullable Long max, long fee) {
        assertThat(model(percent, fixed, min, max).feesMinor(goods)).isEqualTo(fee);
    }

    @Test
    void holdsFromNowUnlessSaidOtherwise() {
        Instant now = Instant.parse("2026-06-01T12:00:00Z");

        assertThat(new FeeModelController.NewModel("Model", BigDecimal.ONE, 0L, 0L, null, null)
                        .model(now)
                        .validFrom())
                .isEqualTo(now);
        assertThat(new FeeModelController.NewModel("Model", BigDecimal.ONE, 0L, 0L, null, Instant.EPOCH)
                        .model(now)
                        .validFrom())
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void refusesALeastThatIsMoreThanTheMost() {
        assertThatThrownBy(() -> model("4", 0, 41, 40L)).isInstanceOf(WrongOrder.class);
    }
}
