package kontor.ledger.receivable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as callers see it.
 *
 * @param amountMinor money received, below 0 paid back; minor units
 * @param at when it was entered
 */
record InvoicePaymentView(
        long id,
        long invoiceId,
        long amountMinor,
        LocalDate receivedOn,
        @Nullable String comment,
        UUID byAdminId,
        boolean revoked,
        Instant at,
        long version) {}
