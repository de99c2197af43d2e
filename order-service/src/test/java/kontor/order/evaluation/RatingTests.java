package kontor.order.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingTests {

    @ParameterizedTest
    @CsvSource({"1, 9, 9.00", "3, 25, 8.33", "3, 26, 8.67", "8, 65, 8.13", "8, 67, 8.38", "200, 1999, 10.00"})
    void roundsTheMeanHalfUpToTwoDecimals(long count, long sum, String mean) {
        assertThat(Rating.Levels.of(count, sum)).isEqualTo(new Rating.Levels(count, new BigDecimal(mean)));
    }

    @Test
    void hasNoMeanWithoutAny() {
        assertThat(Rating.Levels.of(0, 0)).isEqualTo(new Rating.Levels(0L, null));
    }
}
