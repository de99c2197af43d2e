package kontor.order.placing;

import java.time.Clock;
import kontor.decision.OpenReplies;
import kontor.order.listing.OrderViews;
import kontor.order.order.OrderBook;
import kontor.order.party.Owner;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores orders as PENDING with the question to the catalog, and later what their callers were answered (O-3). */
@Service
class Placing {

    private final OrderTerms terms;
    private final OrderBook book;
    private final OrderViews views;
    private final OpenReplies replies;
    private final Clock clock;

    Placing(OrderTerms terms, OrderBook book, OrderViews views, OpenReplies replies, Clock clock) {
        this.terms = terms;
        this.book = book;
        this.views = views;
        this.replies = replies;
        this.clock = clock;
    }

    @Transactional
    public PlacedOrder place(PlaceOrder command) {
        return replies.once(
                command.request(),
                PlacedOrder.class,
                () -> PlacedOrder.open(book.submit(terms.settle(command, clock.instant()))));
    }

    /** Settles what the key gets from now on; a twin that was faster has settled it already. */
    @Transactional
    public PlacedOrder answer(RequestKey request, PlacedOrder open) {
        return replies.settle(request, open, open.answered(views.one(open.orderId(), Owner.ANY)), PlacedOrder.class);
    }
}
