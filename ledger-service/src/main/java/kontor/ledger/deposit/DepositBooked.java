package kontor.ledger.deposit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deposit is booked, at once (nobody decided) or by approval after {@link DepositRequested}. */
record DepositBooked(
        long depositId,
        UUID memberId,
        long amountMinor,
        UUID adminId,
        Instant at,
        @Nullable Long batchId,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @JsonIgnore long version)
        implements DepositFact {}
