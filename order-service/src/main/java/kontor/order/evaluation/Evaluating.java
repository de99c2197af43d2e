package kontor.order.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kontor.order.party.Viewer;
import kontor.order.purchase.LockedPurchase;
import kontor.order.purchase.PurchaseBook;
import kontor.order.purchase.PurchaseFact.Side;
import kontor.order.purchase.PurchaseStatus;
import kontor.platform.rejection.Forbidden;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets both sides of a purchase say what they thought. */
@Service
class Evaluating {

    private final PurchaseBook book;
    private final Evaluations evaluations;
    private final Replies replies;
    private final Clock clock;

    Evaluating(PurchaseBook book, Evaluations evaluations, Replies replies, Clock clock) {
        this.book = book;
        this.evaluations = evaluations;
        this.replies = replies;
        this.clock = clock;
    }

    /** {@code forbidden} for all but that side, {@code not-allowed-in-state}, {@code already-evaluated} (O-31). */
    @Transactional
    public EvaluationView evaluate(Evaluate command) {
        return replies.once(command.key(), EvaluationView.class, () -> {
            LockedPurchase purchase = book.lock(command.purchaseId(), command.viewer());
            requireSide(purchase, command);
            requireDone(purchase);
            if (evaluations
                    .find(purchase.id(), command.side(), command.viewer())
                    .isPresent()) {
                throw new AlreadyEvaluated();
            }
            Instant now = clock.instant();
            evaluations.add(purchase.id(), command.side(), command.levels(), command.comment(), now);
            purchase.evaluated(command.side(), command.levels(), command.actor(), now);
            book.keep(purchase);
            return one(purchase.id(), command.side(), command.viewer());
        });
    }

    @Transactional(readOnly = true)
    public EvaluationView one(long purchaseId, Side side, Viewer viewer) {
        return evaluations.find(purchaseId, side, viewer).orElseThrow(NotFound::new);
    }

    private static void requireSide(LockedPurchase purchase, Evaluate command) {
        UUID writer = switch (command.side()) {
            case BUYER -> purchase.buyerId();
            case SELLER -> purchase.sellerId();
        };
        if (!writer.equals(command.viewer().memberId())) {
            throw new Forbidden();
        }
    }

    private static void requireDone(LockedPurchase purchase) {
        if (purchase.status() != PurchaseStatus.DONE) {
            throw new NotAllowedInState("A purchase is evaluated once it is DONE.");
        }
    }
}
