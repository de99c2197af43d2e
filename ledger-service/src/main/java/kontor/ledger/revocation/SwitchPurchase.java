package kontor.ledger.revocation;

import java.util.UUID;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/** A member or an admin revokes a shelf purchase or re-applies it. */
record SwitchPurchase(
        RequestKey request,
        long purchaseId,
        UUID actorId,
        boolean isByAdmin,
        boolean revoked,
        @Nullable String reason) {}
