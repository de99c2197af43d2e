package kontor.order.purchase;

import static kontor.order.purchase.PurchaseStatus.CANCELLED;
import static kontor.order.purchase.PurchaseStatus.DONE;
import static kontor.order.purchase.PurchaseStatus.OPEN;
import static kontor.order.purchase.PurchaseStatus.PAID;
import static kontor.order.purchase.PurchaseStatus.SHIPPED;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kontor.order.party.Actor;
import kontor.order.purchase.Adjustment.Direction;
import kontor.platform.Rejection;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.Forbidden;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;

/** The rules of a purchase; its row is locked while anything of it changes. */
@Entity
class MarketPurchase extends AskedPurchase {

    protected MarketPurchase() {}

    MarketPurchase(NewPurchase purchase) {
        super(purchase);
        announce(() -> new PurchaseFact.PurchaseSubmitted(body(), purchase.placedBy(), 1));
    }

    @Override
    public void pay(PurchasePayment payment, Instant now) {
        // Nobody spends the buyer's credit but the buyer.
        requireRight(payment.external() ? payment.by().isPrivileged() : isBuyer(payment.by()));
        requireStep(PAID, OPEN);
        ask(payment, now);
    }

    @Override
    public void ship(Tracking tracking, Actor actor, Instant now) {
        requireSeller(actor);
        requireStep(SHIPPED, PAID);
        requireTracking(tracking);
        track(tracking);
        stand(SHIPPED, now);
        tell(number -> new PurchaseFact.PurchaseShipped(body(), actor, number));
    }

    @Override
    public boolean correct(Tracking wanted, Actor actor) {
        Tracking old = tracking();
        if (wanted.equals(old)) {
            return false;
        }
        if (status() != SHIPPED) {
            throw new NotAllowedInState("The purchase is %s; only a shipped parcel is tracked.".formatted(status()));
        }
        requireTracking(wanted);
        track(wanted);
        tell(number ->
                new PurchaseFact.PurchaseUpdated(body(), old.trackingNumber(), old.sellerReference(), actor, number));
        return true;
    }

    private void requireTracking(Tracking tracking) {
        if (isTracked() && tracking.trackingNumber() == null) {
            throw new TrackingRequired();
        }
    }

    @Override
    public void confirm(Actor actor, Instant now) {
        requireRight(isBuyer(actor) || actor.isPrivileged());
        requireStep(DONE, SHIPPED);
        stand(DONE, now);
        tell(number -> new PurchaseFact.PurchaseDone(body(), actor, number));
    }

    @Override
    public Optional<Adjustment> cancel(Actor actor, long adjustmentId, Instant now) {
        requireRight(isParty(actor) || actor.isPrivileged());
        PurchaseStatus old = status();
        if (old == PAID && isBuyer(actor) && !actor.isPrivileged()) {
            throw new SellerMustCancel();
        }
        requireStep(CANCELLED, OPEN, PAID);
        long returned = old == PAID ? balance().refundableMinor() : 0;
        @Nullable Adjustment adjustment = returned == 0 ? null : returning(returned, actor, adjustmentId, now);
        stand(CANCELLED, now);
        tell(number -> new PurchaseFact.PurchaseCancelled(
                body(), old, returned, adjustment == null ? null : adjustment.id(), actor, number));
        return Optional.ofNullable(adjustment);
    }

    private Adjustment returning(long valueMinor, Actor actor, long adjustmentId, Instant now) {
        adjusted(Direction.REFUND, valueMinor);
        return new Adjustment(adjustmentId, id(), buyerId(), Direction.REFUND, valueMinor, null, actor, true, now);
    }

    @Override
    public Adjustment adjust(long adjustmentId, Adjustment.Terms terms, Actor actor, boolean isAssigned, Instant now) {
        boolean isRefund = terms.receiverId().equals(buyerId());
        if (!isRefund && !terms.receiverId().equals(sellerId())) {
            throw new UnknownReference("/receiverId");
        }
        UUID loser = isRefund ? sellerId() : buyerId();
        // A ticket gives its staff no say in what is his own.
        boolean isMediator = actor.isPrivileged() || (isAssigned && !isParty(actor));
        requireRight(isMediator || actor.actorId().equals(loser));
        if (!status().isAdjustable()) {
            throw new NotAllowedInState(
                    "The purchase is %s; nothing is paid that could be adjusted.".formatted(status()));
        }
        requireFree();
        Direction direction = isRefund ? Direction.REFUND : Direction.ADDITIONAL;
        balance().require(direction, terms.valueMinor());
        Adjustment adjustment = new Adjustment(
                adjustmentId,
                id(),
                terms.receiverId(),
                direction,
                terms.valueMinor(),
                terms.reason(),
                new Actor(actor.actorId(), isMediator),
                false,
                now);
        ask(adjustment, now);
        return adjustment;
    }

    @Override
    public void evaluated(PurchaseFact.Side side, Levels levels, Actor actor, Instant now) {
        boolean isBuyers = side == PurchaseFact.Side.BUYER;
        UUID author = isBuyers ? buyerId() : sellerId();
        UUID rated = isBuyers ? sellerId() : buyerId();
        tell(number -> new PurchaseFact.PurchaseEvaluated(
                id(), side, author, rated, levels.pack(), levels.goods(), levels.overall(), now, actor, number));
    }

    @Override
    public void requireSeller(Actor actor) {
        requireRight(isSeller(actor) || actor.isPrivileged());
    }

    private boolean isParty(Actor actor) {
        return isBuyer(actor) || isSeller(actor);
    }

    private static void requireRight(boolean isAllowed) {
        if (!isAllowed) {
            throw new Forbidden();
        }
    }

    private void requireStep(PurchaseStatus to, PurchaseStatus... from) {
        if (status() == to) {
            throw new AlreadyInState("The purchase is %s".formatted(to));
        }
        if (!List.of(from).contains(status())) {
            throw new NotAllowedInState("The purchase is %s, which does not lead to %s.".formatted(status(), to));
        }
        requireFree();
    }

    /** The tariff of the purchase is a tracked one, so the parcel needs a tracking number (O-24). */
    static final class TrackingRequired extends Rejection {

        TrackingRequired() {
            super(Kind.RULE_BROKEN, "tracking-required", "The shipping tariff wants a trackingNumber.");
        }
    }

    /** A buyer cannot cancel what he has paid. */
    static final class SellerMustCancel extends Rejection {

        SellerMustCancel() {
            super(Kind.FORBIDDEN, "forbidden", "The purchase is paid: ask the seller to cancel it, or the support.");
        }
    }
}
