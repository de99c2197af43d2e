package kontor.ledger.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money moved: two or more entries, in sum 0. Every posting of the ledger is told once; amounts in minor units. */
public record TransferPosted(
        long transferId,
        TransferKind kind,
        String businessRef,
        @Nullable Long reversesId,
        Instant at,
        Instant bookedAt,
        List<Entry> entries) {

    /** One line of it. */
    public record Entry(
            AccountKind accountKind,
            String owner,
            long amountMinor,
            @Nullable Long balanceAfterMinor) {}
}
