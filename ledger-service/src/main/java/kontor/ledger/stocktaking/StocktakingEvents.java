package kontor.ledger.stocktaking;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stocktakings to {@code kontor.ledger.stocktaking.v1}: a stream per stocktaking. */
@Component
class StocktakingEvents {

    private static final String STOCKTAKINGS = "kontor.ledger.stocktaking.v1";

    private final Outbox outbox;

    StocktakingEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(StocktakingFact fact) {
        outbox.append(STOCKTAKINGS, fact.stocktakingId(), fact.version(), fact);
    }
}
