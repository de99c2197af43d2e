package kontor.ledger.statement;

import java.time.Instant;

/** An entry of a member's account, with the credit after it; minor units. */
record StatementLine(
        long id,
        long transferId,
        String kind,
        String businessRef,
        Instant at,
        Instant bookedAt,
        long amountMinor,
        long balanceAfterMinor) {}
