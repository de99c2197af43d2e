package kontor.catalog.product;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells what happened to products and their prices. */
@Component
class ProductEvents {

    static final String TOPIC = "kontor.catalog.product.v1";

    private final Outbox outbox;

    ProductEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(ProductCreated event) {
        outbox.append(TOPIC, event.productId(), event.version(), event);
    }

    @EventListener
    void on(ProductChanged event) {
        outbox.append(TOPIC, event.productId(), event.version(), event);
    }

    @EventListener
    void on(ProductWithdrawn event) {
        outbox.append(TOPIC, event.productId(), event.version(), event);
    }

    @EventListener
    void on(PriceChanged event) {
        outbox.append(TOPIC, event.productId(), event.version(), event);
    }
}
