package kontor.catalog.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A move as admins see it. */
record MoveView(
        Long id,
        Long productId,
        String kind,
        Integer delta,
        Instant at,
        Instant recordedAt,
        String businessRef,
        @Nullable String reason,
        @Nullable String externalSource,
        @Nullable String externalId) {}
