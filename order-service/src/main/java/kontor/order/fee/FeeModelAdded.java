package kontor.order.fee;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fee model was added; all columns, amounts in minor units. */
record FeeModelAdded(
        long feeModelId,
        String name,
        BigDecimal percent,
        long fixedMinor,
        long minMinor,
        @Nullable Long maxMinor,
        Instant validFrom,
        UUID actorId) {}
