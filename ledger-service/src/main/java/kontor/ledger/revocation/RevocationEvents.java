package kontor.ledger.revocation;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Switches of shelf purchases to {@code kontor.ledger.shelf-purchase.v1}, behind the purchase itself. */
@Component
class RevocationEvents {

    private static final String PURCHASES = "kontor.ledger.shelf-purchase.v1";

    private final Outbox outbox;

    RevocationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(PurchaseSwitched event) {
        outbox.append(PURCHASES, event.purchaseId(), event.version(), event);
    }
}
