package kontor.ledger.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shelf purchase is booked. Version 1 of its stream. */
record ShelfPurchaseMade(
        long purchaseId,
        long cartId,
        UUID memberId,
        long productId,
        long productVersion,
        int amount,
        long unitNetMinor,
        BigDecimal vatPercentage,
        long unitPriceMinor,
        long totalMinor,
        Instant at,
        Instant enteredAt,
        @Nullable UUID adminId,
        EnteredVia via,
        @Nullable String terminal) {}
