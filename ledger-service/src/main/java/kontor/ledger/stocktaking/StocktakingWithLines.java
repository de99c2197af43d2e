package kontor.ledger.stocktaking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stocktaking with what was counted, by rising product. */
record StocktakingWithLines(
        long id,
        Instant at,
        UUID byAdminId,
        boolean revoked,
        @Nullable String externalSource,
        @Nullable String externalId,
        long version,
        List<CountView> lines) {}
