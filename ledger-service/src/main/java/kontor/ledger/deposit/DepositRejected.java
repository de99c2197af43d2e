package kontor.ledger.deposit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pending deposit is refused by another admin. Final. */
record DepositRejected(
        long depositId,
        UUID memberId,
        long amountMinor,
        UUID adminId,
        Instant at,
        @Nullable Long batchId,
        UUID decidedBy,
        Instant decidedAt,
        @JsonIgnore long version)
        implements DepositFact {}
