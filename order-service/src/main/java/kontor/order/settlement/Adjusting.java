package kontor.order.settlement;

import java.time.Clock;
import kontor.decision.OpenReplies;
import kontor.order.party.Viewer;
import kontor.order.purchase.Adjustment;
import kontor.order.purchase.LockedPurchase;
import kontor.order.purchase.PurchaseBook;
import kontor.order.ticket.TicketAssignments;
import kontor.order.ticket.TicketTarget;
import kontor.order.trade.AdjustmentViews;
import kontor.platform.Rejection;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the ledger for refunds and additional payments, and later keeps what their callers were answered (O-27). */
@Service
class Adjusting {

    private final PurchaseBook book;
    private final TicketAssignments tickets;
    private final AdjustmentViews views;
    private final OpenReplies replies;
    private final Clock clock;

    Adjusting(PurchaseBook book, TicketAssignments tickets, AdjustmentViews views, OpenReplies replies, Clock clock) {
        this.book = book;
        this.tickets = tickets;
        this.views = views;
        this.replies = replies;
        this.clock = clock;
    }

    @Transactional
    public Settled adjust(AdjustPurchase command) {
        LockedPurchase purchase = book.lock(command.purchaseId(), command.viewer());

        // Look only once the lock is held: a twin of this request has by now finished, or waits behind us.
        return replies.once(command.request(), Settled.class, () -> {
            boolean isAssigned = tickets.has(command.viewer().memberId(), TicketTarget.PURCHASE, command.purchaseId());
            Adjustment adjustment = purchase.adjust(
                    book.nextAdjustmentId(), command.terms(), command.actor(), isAssigned, clock.instant());
            book.write(adjustment);
            book.keep(purchase);
            return Settled.open(purchase.id(), adjustment.id());
        });
    }

    /** Settles what the key gets from now on; a twin that was faster has settled it already. */
    @Transactional
    public Settled answer(RequestKey request, Settled open, Viewer viewer, boolean isBooked) {
        Settled answered = open.answered(views.one(open.purchaseId(), open.questionId(), viewer), isBooked);
        return replies.settle(request, open, answered, Settled.class);
    }

    /** The ledger has refused: the key gets that from now on; what to throw. */
    @Transactional
    public RuntimeException refuse(RequestKey request, Settled open, Rejection refusal) {
        return replies.refuse(request, open, refusal);
    }
}
