package kontor.order.moving;

import java.time.Clock;
import java.util.function.Consumer;
import kontor.order.listing.OrderView;
import kontor.order.listing.OrderViews;
import kontor.order.order.LockedOrder;
import kontor.order.order.OrderBook;
import kontor.order.party.Owner;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves orders and items, and cancels them (O-4 to O-7). */
@Service
class Moving {

    private final OrderBook book;
    private final OrderViews views;
    private final Replies replies;
    private final MovingPolicy policy;
    private final Clock clock;

    Moving(OrderBook book, OrderViews views, Replies replies, MovingPolicy policy, Clock clock) {
        this.book = book;
        this.views = views;
        this.replies = replies;
        this.policy = policy;
        this.clock = clock;
    }

    @Transactional
    public OrderView move(MoveOrder command) {
        return change(
                command.request(),
                command.orderId(),
                Owner.ANY,
                order -> order.move(command.to(), command.actor(), clock.instant(), policy.current()));
    }

    @Transactional
    public OrderView moveItem(MoveItem command) {
        return change(
                command.request(),
                command.orderId(),
                Owner.ANY,
                order -> order.moveItem(
                        command.itemId(), command.to(), command.actor(), clock.instant(), policy.current()));
    }

    @Transactional
    public OrderView cancel(CancelOrder command) {
        return change(command.request(), command.orderId(), command.owner(), order -> order.cancel(command.actor()));
    }

    private OrderView change(RequestKey request, long orderId, Owner owner, Consumer<LockedOrder> change) {
        LockedOrder order = book.lock(orderId, owner.customerId());

        // Look only once the lock is held: a twin of this request has by now finished, or waits behind us.
        return replies.once(request, OrderView.class, () -> {
            change.accept(order);
            book.keep(order);
            return views.one(orderId, Owner.ANY);
        });
    }
}
