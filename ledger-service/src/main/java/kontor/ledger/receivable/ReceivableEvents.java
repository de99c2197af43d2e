package kontor.ledger.receivable;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Receivables to {@code kontor.ledger.receivable.v1}: a stream per invoice. */
@Component
class ReceivableEvents {

    private static final String RECEIVABLES = "kontor.ledger.receivable.v1";

    private final Outbox outbox;

    ReceivableEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(ReceivableFact fact) {
        outbox.append(RECEIVABLES, fact.invoiceId(), fact.version(), fact);
    }
}
