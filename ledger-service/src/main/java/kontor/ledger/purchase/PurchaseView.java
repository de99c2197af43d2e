package kontor.ledger.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shelf purchase as callers see it; amounts in minor units. */
public record PurchaseView(
        long id,
        long cartId,
        Instant at,
        Instant enteredAt,
        UUID memberId,
        long productId,
        long productVersion,
        int amount,
        long unitNetMinor,
        BigDecimal vatPercentage,
        long unitPriceMinor,
        long totalMinor,
        @Nullable UUID adminId,
        EnteredVia enteredVia,
        @Nullable String terminal,
        boolean revoked,
        @Nullable String externalSource,
        @Nullable String externalId,
        long version) {}
