package kontor.order.order;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Orders to {@code kontor.order.retail-order.v1}: a stream per order. */
@Component
class OrderEvents {

    private static final String ORDERS = "kontor.order.retail-order.v1";

    private final Outbox outbox;

    OrderEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(OrderFact fact) {
        if (fact instanceof OrderFact.Told told) {
            told.actor().doing(() -> append(told));
        } else {
            append(fact);
        }
    }

    private void append(OrderFact fact) {
        outbox.append(ORDERS, fact.orderId(), fact.version(), fact);
    }
}
