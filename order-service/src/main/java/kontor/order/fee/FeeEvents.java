package kontor.order.fee;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fee models to {@code kontor.order.terms.v1}: a stream per model. */
@Component
class FeeEvents {

    private static final String TERMS = "kontor.order.terms.v1";

    /** Nothing else ever happens to a model. */
    private static final long ONLY = 1;

    private final Outbox outbox;

    FeeEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(FeeModelAdded event) {
        outbox.append(TERMS, "fee-model:" + event.feeModelId(), ONLY, event);
    }
}
