package kontor.order.fee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import kontor.platform.rejection.WrongOrder;
import org.jspecify.annotations.Nullable;

/**
 * How a fee is computed; amounts in minor units. Never edited: another one is added. {@code wrong-order} if the least
 * is more than the most.
 *
 * @param percent of the goods, at most two decimals (G-13)
 * @param maxMinor null without an upper limit
 * @param validFrom the newest model that is valid by then is in effect
 */
record FeeModel(
        String name,
        BigDecimal percent,
        long fixedMinor,
        long minMinor,
        @Nullable Long maxMinor,
        Instant validFrom) {

    FeeModel {
        if (maxMinor != null && maxMinor < minMinor) {
            throw new WrongOrder();
        }
    }

    /** O-21: half up(goods x percent / 100) + fixed, between min and max. */
    long feesMinor(long goodsMinor) {
        long share = BigDecimal.valueOf(goodsMinor)
                .multiply(percent)
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long atLeast = Math.max(share + fixedMinor, minMinor);
        return maxMinor == null ? atLeast : Math.min(atLeast, maxMinor);
    }
}
