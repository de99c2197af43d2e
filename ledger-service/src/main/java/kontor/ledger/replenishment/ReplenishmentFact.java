package kontor.ledger.replenishment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to a collection, told with all its lines; the version orders its stream, beside the body. */
sealed interface ReplenishmentFact {

    long collectionId();

    long version();

    /** A line as it stands. */
    record Line(long replenishmentId, long productId, int amount, long totalPriceMinor, boolean revoked) {}

    /** A collection is booked; its products are active from now on. */
    record ReplenishmentBooked(
            long collectionId,
            UUID sellerId,
            UUID adminId,
            Instant at,
            boolean revoked,
            long effectiveTotalMinor,
            List<Line> lines,
            @JsonIgnore long version)
            implements ReplenishmentFact {}

    /** A collection or one of its lines was edited, revoked or re-applied. */
    record ReplenishmentChanged(
            long collectionId,
            UUID sellerId,
            UUID adminId,
            Instant at,
            boolean revoked,
            long effectiveTotalMinor,
            List<Line> lines,
            UUID actorId,
            Instant changedAt,
            @JsonIgnore long version)
            implements ReplenishmentFact {}
}
