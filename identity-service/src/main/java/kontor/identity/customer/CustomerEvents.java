package kontor.identity.customer;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The fact topic and the state topic of the customers. */
@Component
class CustomerEvents {

    private static final String FACTS = "kontor.identity.customer.v1";
    private static final String STATES = "kontor.identity.customers.v1";

    private final Outbox outbox;

    CustomerEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(CustomerFact.Numbered event) {
        outbox.append(FACTS, event.fact().customerId(), event.number(), event.fact());
    }

    @EventListener
    void on(CustomerState state) {
        outbox.state(STATES, state.customerId(), state.version(), state);
    }
}
