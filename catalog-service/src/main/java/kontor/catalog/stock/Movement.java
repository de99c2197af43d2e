package kontor.catalog.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Pieces shall come or go.
 *
 * @param delta pieces in (above zero) or out (below)
 * @param at when they did; a counter move has the time of what it takes out (C-15)
 * @param businessRef the fact that moves them, once
 * @param reason of a correction
 */
public record Movement(
        long productId,
        MoveKind kind,
        int delta,
        Instant at,
        String businessRef,
        @Nullable String reason) {}
