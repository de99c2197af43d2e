package kontor.ledger.account;

import kontor.platform.messaging.Origin;
import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Transfers to {@code kontor.ledger.transfer.v1}: a stream of one record per transfer. */
@Component
class TransferEvents {

    private static final String TRANSFERS = "kontor.ledger.transfer.v1";

    private final Outbox outbox;

    TransferEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(TransferPosted event) {
        if (Origin.current().isImported()) {
            // Several facts may be posted together, and each is told with its own time (G-44).
            Origin.imported(event.at());
        }
        outbox.append(TRANSFERS, event.transferId(), 1, event);
    }
}
