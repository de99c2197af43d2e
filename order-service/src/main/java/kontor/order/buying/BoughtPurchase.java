package kontor.order.buying;

import java.util.Objects;
import kontor.order.purchase.PurchaseStatus;
import kontor.order.trade.PurchaseView;
import org.jspecify.annotations.Nullable;

/**
 * What a key gets: the purchase as it was when the caller got his answer.
 *
 * @param purchase null until then, as after a crash in between
 */
record BoughtPurchase(long purchaseId, @Nullable PurchaseView purchase) {

    static BoughtPurchase open(long purchaseId) {
        return new BoughtPurchase(purchaseId, null);
    }

    BoughtPurchase answered(PurchaseView shown) {
        return new BoughtPurchase(purchaseId, shown);
    }

    boolean isAnswered() {
        return purchase != null;
    }

    PurchaseView shown() {
        return Objects.requireNonNull(purchase, "nothing was answered yet");
    }

    boolean isDecided() {
        return shown().status() != PurchaseStatus.PENDING;
    }
}
