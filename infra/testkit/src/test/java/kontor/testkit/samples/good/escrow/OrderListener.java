package kontor.testkit.samples.good.escrow;

import kontor.platform.messaging.Message;
import kontor.testkit.samples.good.deposit.DepositBooked;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class OrderListener {

    private final Escrow escrow;

    OrderListener(Escrow escrow) {
        this.escrow = escrow;
    }

    @KafkaListener(topics = "kontor.ledger.deposit.v1", groupId = "testkit.samples.good.escrow")
    @Transactional
    public void on(Message message) {
        escrow.fund(new DepositBooked(message.type().length()));
    }

    /** Asks for a transaction without starting one. */
    static class Escrow {

        @Transactional(propagation = Propagation.MANDATORY)
        void fund(DepositBooked event) {
            if (event.amountMinor() < 0) {
                throw new IllegalStateException();
            }
        }
    }
}
