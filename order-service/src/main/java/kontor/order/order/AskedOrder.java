package kontor.order.order;

import static kontor.order.order.OrderStatus.NEW;
import static kontor.order.order.OrderStatus.PROCESSING;
import static kontor.order.order.OrderStatus.REJECTED;

import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.order.decision.ActionInProgress;
import kontor.order.order.OrderFact.Change;
import kontor.order.party.Actor;
import kontor.platform.messaging.EventJson;
import kontor.platform.rejection.NotAllowedInState;
import org.jspecify.annotations.Nullable;

/** What an order asks of the catalog: its lines when it is placed (O-3), another amount of an item later (O-8). */
@MappedSuperclass
abstract class AskedOrder extends OrderRecord implements LockedOrder {

    @Embedded
    private InvoiceState invoice = new InvoiceState();

    protected AskedOrder() {}

    AskedOrder(NewOrder order, PaymentTerms method) {
        super(order, method);
    }

    @Override
    public void accept() {
        if (isPending()) {
            items().forEach(item -> item.moveTo(NEW));
            stand(NEW);
            tell(number -> new OrderFact.OrderPlaced(body(), Actor.SYSTEM, number));
            decided();
        }
    }

    @Override
    public void reject(String code, List<OrderFact.Refused> lines) {
        if (isPending()) {
            items().forEach(item -> item.moveTo(REJECTED));
            stand(REJECTED);
            becauseOf(EventJson.write(new OrderFact.Reason(code, lines)));
            tell(number -> new OrderFact.OrderRejected(body(), code, lines, Actor.SYSTEM, number));
            decided();
        }
    }

    @Override
    public void askAgain(Instant now) {
        if (isPending()) {
            asked(now);
            tell(number -> new OrderFact.OrderSubmitted(body(), submitter(), number));
        }
        items().stream().filter(OrderItem::isAsking).forEach(item -> {
            item.askAgain(now);
            tellQuestion(item, false);
        });
    }

    @Override
    public Optional<Long> changeItem(long itemId, ItemChange change, Actor actor, Instant now) {
        OrderItem item = find(itemId);
        boolean isPriced = change.unitPriceMinor() != item.terms().unitPriceMinor();
        boolean isCounted = change.amount() != item.terms().amount();
        if (!isPriced && !isCounted) {
            return Optional.empty();
        }
        if (item.status() != NEW && item.status() != PROCESSING) {
            throw new NotAllowedInState("The item is %s and stays as it is.".formatted(item.status()));
        }
        invoice.requireNone();
        requireFree();
        if (isCounted && !item.isImported()) {
            item.ask(change, actor.actorId(), now);
            changed();
            tellQuestion(item, true);
            return Optional.of(change.nextRequestId());
        }
        apply(item, change, actor);
        return Optional.empty();
    }

    /** In this order, so that what is told in between is never more than before or after, and in the range of money. */
    private void apply(OrderItem item, ItemChange change, Actor actor) {
        if (change.amount() < item.terms().amount()) {
            amount(item, change.amount(), actor);
            price(item, change.unitPriceMinor(), actor);
        } else {
            price(item, change.unitPriceMinor(), actor);
            amount(item, change.amount(), actor);
        }
    }

    private void price(OrderItem item, long minor, Actor actor) {
        OrderBody.Item was = item.body();
        if (minor != was.unitPriceMinor()) {
            item.price(minor, actor.actorId());
            changed();
            tellChange(was, Change.PRICE, actor);
        }
    }

    private void amount(OrderItem item, int pieces, Actor actor) {
        OrderBody.Item was = item.body();
        if (pieces != was.amount()) {
            item.amount(pieces);
            changed();
            tellChange(was, Change.AMOUNT, actor);
        }
    }

    @Override
    public void answer(long requestId, @Nullable String refusedCode) {
        items().stream().filter(item -> item.isAsking(requestId)).findFirst().ifPresent(item -> {
            item.close(refusedCode);
            if (refusedCode == null) {
                apply(item, item.requested(), item.requester());
            } else {
                changed();
            }
            decided();
        });
    }

    /** No step is under way that another service decides. */
    void requireFree() {
        invoice.requireNotHeld();
        if (isAsking()) {
            throw new ActionInProgress("The amount of an item");
        }
    }

    boolean isAsking() {
        return items().stream().anyMatch(OrderItem::isAsking);
    }

    private void tellQuestion(OrderItem item, boolean isFirst) {
        tell(number -> new OrderFact.OrderItemAmountRequested(
                body(), item.requestId(), item.id(), item.requested().amount(), item.requester(), isFirst, number));
    }

    InvoiceState invoice() {
        return invoice;
    }
}
