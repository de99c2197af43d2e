package kontor.order.delivery;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kontor.order.party.Actor;
import kontor.order.party.Viewer;
import kontor.order.purchase.LockedPurchase;
import kontor.order.purchase.LockedPurchase.Tracking;
import kontor.order.purchase.PurchaseBook;
import kontor.order.trade.PurchaseView;
import kontor.order.trade.PurchaseViews;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ships, confirms, cancels and corrects purchases (O-24, O-25, O-30). */
@Service
class Delivering {

    private final PurchaseBook book;
    private final PurchaseViews views;
    private final Replies replies;
    private final Clock clock;

    Delivering(PurchaseBook book, PurchaseViews views, Replies replies, Clock clock) {
        this.book = book;
        this.views = views;
        this.replies = replies;
        this.clock = clock;
    }

    /** A correction of what the seller noted. */
    record CorrectTracking(
            Actor actor, Viewer viewer, long purchaseId, UnaryOperator<Tracking> patch, IfMatch expected) {}

    @Transactional
    public PurchaseView ship(MovePurchase command, Tracking tracking) {
        return move(command, purchase -> purchase.ship(tracking, command.actor(), clock.instant()));
    }

    @Transactional
    public PurchaseView confirm(MovePurchase command) {
        return move(command, purchase -> purchase.confirm(command.actor(), clock.instant()));
    }

    @Transactional
    public PurchaseView cancel(MovePurchase command) {
        return move(
                command,
                purchase -> purchase.cancel(command.actor(), book.nextAdjustmentId(), clock.instant())
                        .ifPresent(book::write));
    }

    private PurchaseView move(MovePurchase command, Consumer<LockedPurchase> step) {
        LockedPurchase purchase = book.lock(command.purchaseId(), command.viewer());

        // Look only once the lock is held: a twin of this request has by now finished, or waits behind us.
        return replies.once(command.request(), PurchaseView.class, () -> {
            step.accept(purchase);
            book.keep(purchase);
            return views.one(command.purchaseId(), command.viewer());
        });
    }

    @Transactional
    public void correct(CorrectTracking command) {
        LockedPurchase purchase = book.lock(command.purchaseId(), command.viewer());
        purchase.requireSeller(command.actor());
        command.expected().require(purchase.version());
        Tracking wanted = command.patch().apply(purchase.tracking());
        if (purchase.correct(wanted, command.actor())) {
            book.keep(purchase);
        }
    }
}
