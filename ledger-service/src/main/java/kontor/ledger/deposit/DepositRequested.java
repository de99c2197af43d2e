package kontor.ledger.deposit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deposit above the approval limit waits for another admin. It counts nowhere yet. */
record DepositRequested(
        long depositId,
        UUID memberId,
        long amountMinor,
        UUID adminId,
        Instant at,
        @Nullable Long batchId,
        @JsonIgnore long version)
        implements DepositFact {}
