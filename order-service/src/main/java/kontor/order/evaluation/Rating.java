package kontor.order.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others thought of a member (O-31).
 *
 * @param asSeller overall levels given by his buyers
 * @param asBuyer levels given by his sellers
 */
record Rating(UUID memberId, Levels asSeller, Levels asBuyer) {

    /**
     * How many, and how good.
     *
     * @param mean two decimals, half up; null without any
     */
    record Levels(Long count, @Nullable BigDecimal mean) {

        private static final int DECIMALS = 2;

        static Levels of(long count, long sum) {
            return new Levels(
                    count,
                    count == 0
                            ? null
                            : BigDecimal.valueOf(sum)
                                    .divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_UP));
        }
    }
}
