package kontor.ledger.escrow;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Escrow to {@code kontor.ledger.escrow.v1}: a stream per purchase. */
@Component
class EscrowEvents {

    private static final String ESCROW = "kontor.ledger.escrow.v1";

    private final Outbox outbox;

    EscrowEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(EscrowFact fact) {
        outbox.append(ESCROW, fact.purchaseId(), fact.version(), fact);
    }
}
