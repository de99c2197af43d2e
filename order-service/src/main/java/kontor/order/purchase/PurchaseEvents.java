package kontor.order.purchase;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Purchases to {@code kontor.order.market-purchase.v1}: a stream per purchase. */
@Component
class PurchaseEvents {

    private static final String PURCHASES = "kontor.order.market-purchase.v1";

    private final Outbox outbox;

    PurchaseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(PurchaseFact fact) {
        fact.actor().doing(() -> outbox.append(PURCHASES, fact.purchaseId(), fact.version(), fact));
    }
}
