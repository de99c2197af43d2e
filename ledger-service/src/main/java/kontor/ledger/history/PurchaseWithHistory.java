package kontor.ledger.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.ledger.purchase.PurchaseView;
import org.jspecify.annotations.Nullable;

/** A purchase and its switches, oldest first. */
record PurchaseWithHistory(@JsonUnwrapped PurchaseView purchase, List<PurchaseSwitchView> history) {

    /** One switch. */
    record PurchaseSwitchView(
            long id,
            boolean revoked,
            UUID actorId,
            @Nullable String reason,
            Instant at) {}
}
