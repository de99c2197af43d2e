package kontor.ledger.deposit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a deposit, told as it stands here; the version orders its stream and travels beside the body. */
sealed interface DepositFact {

    long depositId();

    long version();

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

    /** A booked deposit is switched off. */
    record DepositRevoked(
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
}
