package kontor.catalog.stock;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells what happened to stocks. */
@Component
class StockEvents {

    static final String TOPIC = "kontor.catalog.stock.v1";

    private final Outbox outbox;

    StockEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(StockMoved event) {
        outbox.append(TOPIC, event.productId(), event.version(), event);
    }

    @EventListener
    void on(StockBaseSet event) {
        outbox.append(TOPIC, event.productId(), event.version(), event);
    }

    @EventListener
    void on(StockWentShort event) {
        outbox.append(TOPIC, event.productId(), event.version(), event);
    }
}
