package kontor.order.fee;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fee model as callers see it; amounts in minor units. */
record FeeModelView(
        Long id,
        String name,
        BigDecimal percent,
        Long fixedMinor,
        Long minMinor,
        @Nullable Long maxMinor,
        Instant validFrom,
        @Nullable String externalSource,
        @Nullable String externalId) {}
