package kontor.catalog.deal;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells what became of listings that purchases hold; the stream of a purchase is not that of an order. */
@Component
class DealEvents {

    static final String TOPIC = "kontor.catalog.reservation.v1";

    private final Outbox outbox;

    DealEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(DealFact fact) {
        outbox.append(TOPIC, "purchase:" + fact.purchaseId(), fact.version(), fact);
    }
}
