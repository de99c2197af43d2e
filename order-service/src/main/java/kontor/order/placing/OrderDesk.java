package kontor.order.placing;

import kontor.decision.Decisions;
import kontor.decision.Wait;
import kontor.order.listing.OrderViews;
import org.springframework.stereotype.Component;

/** Takes an order, waits for the decision, and says what there is (G-29). */
@Component
class OrderDesk {

    private final Placing placing;
    private final Decisions decisions;
    private final OrderViews views;

    OrderDesk(Placing placing, Decisions decisions, OrderViews views) {
        this.placing = placing;
        this.decisions = decisions;
        this.views = views;
    }

    PlacedOrder take(PlaceOrder command, Wait wait) {
        PlacedOrder placed = placing.place(command);
        if (placed.isAnswered()) {
            return placed;
        }
        decisions.await(placed.orderId(), wait.limit(), () -> views.isDecided(placed.orderId()));
        return placing.answer(command.request(), placed);
    }
}
