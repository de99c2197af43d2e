package kontor.order.order;

import static kontor.order.order.OrderStatus.CANCELLED;
import static kontor.order.order.OrderStatus.DELIVERED;
import static kontor.order.order.OrderStatus.IN_TRANSIT;
import static kontor.order.order.OrderStatus.NEW;
import static kontor.order.order.OrderStatus.PACKAGED;
import static kontor.order.order.OrderStatus.PROCESSING;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.order.order.OrderFact.Cause;
import kontor.order.order.OrderFact.Change;
import kontor.order.party.Actor;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.WrongOrder;
import org.jspecify.annotations.Nullable;

/** The rules of an order and its items; its row is locked while anything of it changes. */
@Entity
class RetailOrder extends AskedOrder {

    protected RetailOrder() {}

    RetailOrder(NewOrder order, PaymentTerms method) {
        super(order, method);
        announce(() -> new OrderFact.OrderSubmitted(body(), order.placedBy(), 1));
    }

    @Override
    public void move(OrderStatus to, Actor actor, Instant now, Policy policy) {
        requireMovable("The order", status(), to);
        requireFree();
        OrderStatus old = status();
        List<OrderItem> along =
                items().stream().filter(item -> item.status() == old).toList();
        along.forEach(item -> item.moveTo(to));
        stand(to, now);
        List<Long> moved = along.stream().map(OrderItem::id).toList();
        tell(number -> new OrderFact.OrderStatusChanged(body(), old, moved, Cause.ADMIN, actor, number));
        releaseOnce(policy);
    }

    @Override
    public void moveItem(long itemId, OrderStatus to, Actor actor, Instant now, Policy policy) {
        OrderItem item = find(itemId);
        if (to == CANCELLED) {
            requireCancellable(item);
        } else {
            requireMovable("The item", item.status(), to);
        }
        requireFree();
        OrderBody.Item was = item.body();
        item.moveTo(to);
        changed();
        tellChange(was, to == CANCELLED ? Change.CANCELLED : Change.STATUS, actor);
        rollUp(now, policy);
        releaseOnce(policy);
    }

    private void requireCancellable(OrderItem item) {
        if (item.status() == CANCELLED) {
            throw new AlreadyInState("The item is cancelled");
        }
        if (!item.status().isLive() || !item.status().isBelow(IN_TRANSIT)) {
            throw new NotAllowedInState("The item is %s and cannot be cancelled.".formatted(item.status()));
        }
        invoice().requireNone();
    }

    /** What its live items say, but never back; without live items it is cancelled (O-6). */
    private void rollUp(Instant now, Policy policy) {
        if (!policy.isRolledUp() || status().isFinal()) {
            return;
        }
        OrderStatus old = status();
        Optional<OrderStatus> lowest = live().map(OrderItem::status).min(Comparator.naturalOrder());
        if (lowest.isEmpty()) {
            stand(CANCELLED);
            tell(number -> new OrderFact.OrderCancelled(body(), old, Actor.SYSTEM, number));
            return;
        }
        boolean isAllNew = live().allMatch(item -> item.status() == NEW);
        OrderStatus level = isAllNew || lowest.get().isAtLeast(PROCESSING) ? lowest.get() : PROCESSING;
        if (old.isBelow(level)) {
            stand(level, now);
            tell(number ->
                    new OrderFact.OrderStatusChanged(body(), old, List.of(), Cause.ROLL_UP, Actor.SYSTEM, number));
        }
    }

    /** Delivered and ready for the first time (O-11), unless no invoice of it can be: it would be held for ever. */
    private void releaseOnce(Policy policy) {
        if (status() == DELIVERED
                && isReady()
                && policy.isInvoicedWhenDelivered().test(lines())
                && invoice().takeOccasion()) {
            invoice().hold();
            tell(number -> new OrderFact.OrderReleasedForInvoice(body(), null, Actor.SYSTEM, true, number));
        }
    }

    @Override
    public void cancel(Actor actor) {
        if (status() == CANCELLED) {
            throw new AlreadyInState("The order is cancelled");
        }
        boolean isGoing = status().isAtLeast(NEW) && status().isBelow(IN_TRANSIT);
        OrderStatus furthest = actor.isPrivileged() ? PACKAGED : NEW;
        if (!isPending() && (!isGoing || live().anyMatch(item -> furthest.isBelow(item.status())))) {
            throw new NotAllowedInState("The order is too far to be cancelled.");
        }
        invoice().requireNone();
        requireFree();
        OrderStatus old = status();
        items().stream().filter(item -> item.status() != CANCELLED).forEach(item -> item.moveTo(CANCELLED));
        stand(CANCELLED);
        tell(number -> new OrderFact.OrderCancelled(body(), old, actor, number));
        decided();
    }

    @Override
    public boolean edit(Terms wanted) {
        if (wanted.equals(terms())) {
            return false;
        }
        if (wanted.deadline().isBefore(placedAt())) {
            throw new WrongOrder();
        }
        invoice().requireNone();
        invoice().requireNotHeld();
        take(wanted);
        return true;
    }

    @Override
    public @Nullable String release(long requestId, UUID requestedBy, boolean isInRange) {
        @Nullable String refused = refusal(isInRange);
        if (refused == null) {
            invoice().hold();
            changed();
        }
        tellAnswer(requestId, requestedBy, refused, true);
        return refused;
    }

    private @Nullable String refusal(boolean isInRange) {
        if (!isReady()) {
            return "order-not-ready";
        }
        if (invoice().isLive()) {
            return "invoice-exists";
        }
        if (invoice().isHeld() || isAsking()) {
            return "action-in-progress";
        }
        return isInRange ? null : "amount-out-of-range";
    }

    @Override
    public void repeatAnswer(long requestId, UUID requestedBy, @Nullable String refusedCode) {
        tellAnswer(requestId, requestedBy, refusedCode, false);
    }

    private void tellAnswer(long requestId, UUID requestedBy, @Nullable String refused, boolean isFirst) {
        tell(number -> refused == null
                ? new OrderFact.OrderReleasedForInvoice(body(), requestId, Actor.admin(requestedBy), isFirst, number)
                : new OrderFact.InvoiceRequestRefused(id(), requestId, refused, number));
    }

    @Override
    public void invoiced(long invoiceId) {
        invoice().issued(invoiceId);
        changed();
        announce(() -> new OrderInvoiced(id(), invoiceId, true));
    }

    @Override
    public boolean uninvoiced(long invoiceId) {
        boolean isLive = invoice().cancelled(invoiceId);
        if (isLive) {
            changed();
            announce(() -> new OrderInvoiced(id(), invoiceId, false));
        }
        return isLive;
    }

    private static void requireMovable(String what, OrderStatus from, OrderStatus to) {
        if (from == to) {
            throw new AlreadyInState("%s is %s".formatted(what, to));
        }
        if (!from.leadsTo(to)) {
            throw new NotAllowedInState("%s is %s, which does not lead to %s.".formatted(what, from, to));
        }
    }

    private boolean isReady() {
        return live().findAny().isPresent()
                && live().allMatch(item -> item.status().isAtLeast(PACKAGED));
    }

    private Stream<OrderItem> live() {
        return items().stream().filter(item -> item.status().isLive());
    }
}
