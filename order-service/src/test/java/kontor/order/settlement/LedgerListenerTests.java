package kontor.order.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.order.Messages;
import kontor.order.settlement.LedgerListener.AdjustmentAnswered;
import kontor.order.settlement.LedgerListener.PaymentAnswered;
import kontor.platform.messaging.MalformedRecord;
import org.junit.jupiter.api.Test;

/** What the ledger answers, read from the examples of its contract. */
class LedgerListenerTests {

    @Test
    void readsWhatBecameOfPayments() {
        assertThat(Messages.example("kontor.ledger.escrow-funded.v1").as(PaymentAnswered.class))
                .isEqualTo(new PaymentAnswered(501, 61, null));
        assertThat(Messages.example("kontor.ledger.escrow-refused.v1").as(PaymentAnswered.class))
                .isEqualTo(new PaymentAnswered(501, 61, "insufficient-credit"));
    }

    @Test
    void readsWhatBecameOfAdjustments() {
        assertThat(Messages.example("kontor.ledger.adjustment-booked.v1").as(AdjustmentAnswered.class))
                .isEqualTo(new AdjustmentAnswered(501, 92, null));
        assertThat(Messages.example("kontor.ledger.adjustment-refused.v1").as(AdjustmentAnswered.class))
                .isEqualTo(new AdjustmentAnswered(501, 93, "insufficient-credit"));
    }

    @Test
    void takesWhatCannotBeReadForMalformed() {
        assertThatThrownBy(() -> Messages.of("{\"purchaseId\": 1}").as(PaymentAnswered.class))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() -> Messages.of("{\"purchaseId\": 1, \"adjustmentId\": \"x\"}")
                        .as(AdjustmentAnswered.class))
                .isInstanceOf(MalformedRecord.class);
    }
}
