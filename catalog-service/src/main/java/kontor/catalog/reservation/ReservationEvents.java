package kontor.catalog.reservation;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells what became of reservations; the stream of an order is not that of a purchase on the market. */
@Component
class ReservationEvents {

    static final String TOPIC = "kontor.catalog.reservation.v1";

    private final Outbox outbox;

    ReservationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(ReservationFact fact) {
        outbox.append(TOPIC, "order:" + fact.orderId(), fact.version(), fact);
    }
}
