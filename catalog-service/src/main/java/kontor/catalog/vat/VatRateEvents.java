package kontor.catalog.vat;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells what happened to VAT rates. */
@Component
class VatRateEvents {

    static final String TOPIC = "kontor.catalog.vat-rate.v1";

    private final Outbox outbox;

    VatRateEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(VatRateChanged event) {
        outbox.append(TOPIC, event.vatRateId(), event.version(), event);
    }
}
