package kontor.ledger.deposit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A revoked deposit is switched on again. */
record DepositReapplied(
        long depositId,
        UUID memberId,
        long amountMinor,
        UUID adminId,
        Instant at,
        @Nullable Long batchId,
        UUID actorId,
        Instant switchedAt,
        @JsonIgnore long version)
        implements DepositFact {}
