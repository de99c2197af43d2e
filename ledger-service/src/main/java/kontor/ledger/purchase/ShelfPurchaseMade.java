package kontor.ledger.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shelf purchase is booked. Version 1 of its stream.
 *
 * @param productVersion 0 if it was taken over from another shop
 */
public record ShelfPurchaseMade(
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
        @Nullable String terminal) {

    public static ShelfPurchaseMade of(PurchaseView purchase) {
        return new ShelfPurchaseMade(
                purchase.id(),
                purchase.cartId(),
                purchase.memberId(),
                purchase.productId(),
                purchase.productVersion(),
                purchase.amount(),
                purchase.unitNetMinor(),
                purchase.vatPercentage(),
                purchase.unitPriceMinor(),
                purchase.totalMinor(),
                purchase.at(),
                purchase.enteredAt(),
                purchase.adminId(),
                purchase.enteredVia(),
                purchase.terminal());
    }
}
