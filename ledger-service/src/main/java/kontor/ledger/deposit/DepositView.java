package kontor.ledger.deposit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deposit as callers see it. */
record DepositView(
        long id,
        Instant at,
        UUID memberId,
        UUID byAdminId,
        long amountMinor,
        String comment,
        boolean revoked,
        DepositStatus status,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Long batchId,
        @Nullable String externalSource,
        @Nullable String externalId,
        long version) {}
