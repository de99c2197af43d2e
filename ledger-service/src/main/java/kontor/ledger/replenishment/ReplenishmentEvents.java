package kontor.ledger.replenishment;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Collections to {@code kontor.ledger.replenishment.v1}: a stream per collection. */
@Component
class ReplenishmentEvents {

    private static final String REPLENISHMENTS = "kontor.ledger.replenishment.v1";

    private final Outbox outbox;

    ReplenishmentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(ReplenishmentFact fact) {
        outbox.append(REPLENISHMENTS, fact.collectionId(), fact.version(), fact);
    }
}
