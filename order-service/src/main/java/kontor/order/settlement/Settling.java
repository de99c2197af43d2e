package kontor.order.settlement;

import java.time.Clock;
import java.util.Collection;
import kontor.order.purchase.LockedPurchase;
import kontor.order.purchase.LockedPurchase.Action;
import kontor.order.purchase.PurchaseBook;
import kontor.platform.rejection.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applies what the ledger has answered; an answer to anything but the open question changes nothing (O-23). */
@Service
class Settling {

    private final PurchaseBook book;
    private final Clock clock;

    Settling(PurchaseBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public void prepare(Collection<Long> purchases) {
        book.lockAll(purchases);
    }

    @Transactional
    public void answered(long purchaseId, Action action, long questionId, @Nullable String refusedCode) {
        LockedPurchase purchase = book.find(purchaseId).orElseThrow(NotFound::new);
        book.answer(purchase, action, questionId, refusedCode, clock.instant());
    }
}
