package kontor.order.terms;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Terms to {@code kontor.order.terms.v1}: a stream per payment method and status. */
@Component
class TermsEvents {

    private static final String TERMS = "kontor.order.terms.v1";

    private final Outbox outbox;

    TermsEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(PaymentMethodChanged event) {
        outbox.append(TERMS, "payment-method:" + event.paymentMethodId(), event.version(), event);
    }

    @EventListener
    void on(OrderStatusNamed event) {
        outbox.append(TERMS, "order-status:" + event.orderStatusId(), event.version(), event);
    }
}
