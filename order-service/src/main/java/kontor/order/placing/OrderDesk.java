package kontor.order.placing;

import kontor.order.decision.Decisions;
import kontor.order.decision.Wait;
import org.springframework.stereotype.Component;

/** Takes an order, waits for the decision, and says what there is (G-29). */
@Component
class OrderDesk {

    private final Placing placing;
    private final Decisions decisions;
    private final OpenReplies replies;

    OrderDesk(Placing placing, Decisions decisions, OpenReplies replies) {
        this.placing = placing;
        this.decisions = decisions;
        this.replies = replies;
    }

    PlacedOrder take(PlaceOrder command, Wait wait) {
        PlacedOrder placed = placing.place(command);
        if (placed.isAnswered()) {
            return placed;
        }
        decisions.await(placed.orderId(), wait.limit(), () -> replies.isDecided(placed.orderId()));
        return placing.answer(command.request(), placed);
    }
}
