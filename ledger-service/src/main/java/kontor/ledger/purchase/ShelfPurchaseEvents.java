package kontor.ledger.purchase;

import kontor.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Shelf purchases to {@code kontor.ledger.shelf-purchase.v1}: a stream per purchase. */
@Component
class ShelfPurchaseEvents {

    private final Outbox outbox;

    ShelfPurchaseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The events of a booked cart stand in the outbox already: its statement wrote them. */
    void left() {
        outbox.wakeRelay();
    }
}
