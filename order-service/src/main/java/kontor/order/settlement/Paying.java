package kontor.order.settlement;

import java.time.Clock;
import kontor.decision.OpenReplies;
import kontor.order.party.Viewer;
import kontor.order.purchase.LockedPurchase;
import kontor.order.purchase.PurchaseBook;
import kontor.order.purchase.PurchasePayment;
import kontor.order.trade.PurchaseViews;
import kontor.platform.Rejection;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the ledger for the total of a purchase, and later keeps what its caller was answered (O-23). */
@Service
class Paying {

    private final PurchaseBook book;
    private final PurchaseViews views;
    private final OpenReplies replies;
    private final Clock clock;

    Paying(PurchaseBook book, PurchaseViews views, OpenReplies replies, Clock clock) {
        this.book = book;
        this.views = views;
        this.replies = replies;
        this.clock = clock;
    }

    @Transactional
    public Settled pay(PayPurchase command) {
        LockedPurchase purchase = book.lock(command.purchaseId(), command.viewer());

        // Look only once the lock is held: a twin of this request has by now finished, or waits behind us.
        return replies.once(command.request(), Settled.class, () -> {
            PurchasePayment payment =
                    book.newPayment(purchase, command.external(), command.note(), command.actor(), clock.instant());
            purchase.pay(payment, payment.at());
            book.write(payment);
            book.keep(purchase);
            return Settled.open(purchase.id(), payment.id());
        });
    }

    /** Settles what the key gets from now on; a twin that was faster has settled it already. */
    @Transactional
    public Settled answer(RequestKey request, Settled open, Viewer viewer, boolean isPaid) {
        Settled answered = open.answered(views.one(open.purchaseId(), viewer), isPaid);
        return replies.settle(request, open, answered, Settled.class);
    }

    /** The ledger has refused: the key gets that from now on; what to throw. */
    @Transactional
    public RuntimeException refuse(RequestKey request, Settled open, Rejection refusal) {
        return replies.refuse(request, open, refusal);
    }
}
