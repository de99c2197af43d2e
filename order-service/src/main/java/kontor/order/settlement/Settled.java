package kontor.order.settlement;

import java.util.Objects;
import kontor.order.trade.AdjustmentView;
import kontor.order.trade.PurchaseView;
import org.jspecify.annotations.Nullable;

/**
 * What a key gets: the thing as it was when the caller got his answer.
 *
 * @param questionId the payment or adjustment that the ledger is asked for
 * @param decided whether the ledger had decided by then
 * @param purchase of a payment, null until it is answered, as after a crash in between
 * @param adjustment of an adjustment, null until it is answered
 */
record Settled(
        long purchaseId,
        long questionId,
        boolean decided,
        @Nullable PurchaseView purchase,
        @Nullable AdjustmentView adjustment) {

    static Settled open(long purchaseId, long questionId) {
        return new Settled(purchaseId, questionId, false, null, null);
    }

    Settled answered(PurchaseView shown, boolean isPaid) {
        return new Settled(purchaseId, questionId, isPaid, shown, null);
    }

    Settled answered(AdjustmentView shown, boolean isBooked) {
        return new Settled(purchaseId, questionId, isBooked, null, shown);
    }

    boolean isAnswered() {
        return purchase != null || adjustment != null;
    }

    PurchaseView shownPurchase() {
        return Objects.requireNonNull(purchase, "no payment was answered yet");
    }

    AdjustmentView shownAdjustment() {
        return Objects.requireNonNull(adjustment, "no adjustment was answered yet");
    }
}
