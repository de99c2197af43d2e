package kontor.ledger.revocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a booked purchase; the version orders its stream and travels beside the body. */
sealed interface PurchaseSwitched {

    long purchaseId();

    long version();

    boolean isByAdmin();

    /** A booked shelf purchase is switched off: it counts nowhere, on the day of the fact. */
    record ShelfPurchaseRevoked(
            long purchaseId,
            UUID memberId,
            long productId,
            int amount,
            long totalMinor,
            Instant at,
            Instant switchedAt,
            UUID actorId,
            @Nullable String reason,
            @JsonIgnore long version,
            @JsonIgnore boolean isByAdmin)
            implements PurchaseSwitched {}

    /** A revoked shelf purchase is switched on again. */
    record ShelfPurchaseReapplied(
            long purchaseId,
            UUID memberId,
            long productId,
            int amount,
            long totalMinor,
            Instant at,
            Instant switchedAt,
            UUID actorId,
            @Nullable String reason,
            @JsonIgnore long version,
            @JsonIgnore boolean isByAdmin)
            implements PurchaseSwitched {}
}
