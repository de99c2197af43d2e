package kontor.order.tariff;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tariffs with their extras to {@code kontor.order.terms.v1}: a stream per tariff. */
@Component
class TariffEvents {

    private static final String TERMS = "kontor.order.terms.v1";

    private final Outbox outbox;

    TariffEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(TariffChanged event) {
        outbox.append(TERMS, "shipping-tariff:" + event.shippingTariffId(), event.version(), event);
    }
}
