package kontor.ledger.stocktaking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to a stocktaking, told with all its lines; the version orders its stream, beside the body. */
sealed interface StocktakingFact {

    long stocktakingId();

    long version();

    /** Everything was counted; products of count 0 become inactive unless they are kept. */
    record StocktakingBooked(
            long stocktakingId,
            UUID adminId,
            Instant at,
            boolean revoked,
            List<CountView> lines,
            @JsonIgnore long version)
            implements StocktakingFact {}

    /** A count was corrected, or the stocktaking revoked or re-applied. */
    record StocktakingChanged(
            long stocktakingId,
            UUID adminId,
            Instant at,
            boolean revoked,
            List<CountView> lines,
            UUID actorId,
            Instant changedAt,
            @JsonIgnore long version)
            implements StocktakingFact {}
}
