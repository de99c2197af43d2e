package kontor.order.purchase;

import java.time.Instant;
import kontor.order.party.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to pay (O-23).
 *
 * @param id the request that the ledger answers
 * @param external whether the total came in from outside, which only admins note
 * @param by the buyer, or the admin
 */
public record PurchasePayment(
        long id,
        long purchaseId,
        boolean external,
        @Nullable String note,
        Actor by,
        Instant at) {}
