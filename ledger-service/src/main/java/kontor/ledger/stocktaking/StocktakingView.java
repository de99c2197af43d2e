package kontor.ledger.stocktaking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stocktaking as lists show it, without its up to 5 000 lines. */
record StocktakingView(
        long id,
        Instant at,
        UUID byAdminId,
        boolean revoked,
        @Nullable String externalSource,
        @Nullable String externalId,
        long version) {}
