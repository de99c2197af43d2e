package kontor.catalog.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stock is counted from (C-14).
 *
 * @param stocktakingId that counted it; null when nobody did
 * @param at moves from then on are added; null is the beginning of time
 */
public record Base(
        @Nullable Long stocktakingId, int count, @Nullable Instant at) {

    /** Nothing was ever counted: 0 from the beginning. */
    public static final Base NONE = new Base(null, 0, null);

    /** Counting begins now: whatever moved before is past. */
    public static Base startingAt(Instant at) {
        return new Base(null, 0, at);
    }

    boolean covers(Instant moment) {
        return at != null && moment.isBefore(at);
    }
}
