package kontor.ledger.deposit;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deposits to {@code kontor.ledger.deposit.v1}: a stream per deposit. */
@Component
class DepositEvents {

    private static final String DEPOSITS = "kontor.ledger.deposit.v1";

    private final Outbox outbox;

    DepositEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(DepositFact fact) {
        outbox.append(DEPOSITS, fact.depositId(), fact.version(), fact);
    }
}
