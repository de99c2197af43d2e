package kontor.testkit.samples.good.deposit;

import kontor.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

@Component
class DepositEvents {

    private final Outbox outbox;

    DepositEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void on(DepositBooked event) {
        outbox.append(event);
    }
}
