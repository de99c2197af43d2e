package kontor.ledger.purchase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a cart.
 *
 * @param creditAfterMinor credit of the buyer after it, minor units; null if the cart has several buyers
 */
record PurchaseReceipt(
        long cartId, List<PurchaseView> purchases, @Nullable Long creditAfterMinor) {}
