package kontor.ledger.purchase;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shelf purchases to {@code kontor.ledger.shelf-purchase.v1}: a stream per purchase. */
@Component
class ShelfPurchaseEvents {

    private static final String PURCHASES = "kontor.ledger.shelf-purchase.v1";

    private final Outbox outbox;

    ShelfPurchaseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The events of a booked cart stand in the outbox already: its statement wrote them. */
    void left() {
        outbox.wakeRelay();
    }

    /** What was taken over from another shop is booked without that statement. */
    @EventListener
    void on(ShelfPurchaseMade event) {
        outbox.append(PURCHASES, event.purchaseId(), 1, event);
    }
}
