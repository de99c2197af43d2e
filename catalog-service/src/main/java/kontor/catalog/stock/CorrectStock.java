package kontor.catalog.stock;

import java.time.Instant;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * The stock shall be put right by hand.
 *
 * @param at since when it is wrong; now if null
 */
record CorrectStock(
        long productId, int delta, String reason, @Nullable Instant at, RequestKey key) {}
