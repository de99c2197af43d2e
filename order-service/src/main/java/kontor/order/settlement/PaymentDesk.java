package kontor.order.settlement;

import kontor.decision.Decisions;
import kontor.decision.Wait;
import kontor.order.settlement.Outcomes.Outcome;
import org.springframework.stereotype.Component;

/** Takes a payment, waits for the ledger's decision, and says what there is (G-29). */
@Component
class PaymentDesk {

    private final Paying paying;
    private final Decisions decisions;
    private final Outcomes outcomes;

    PaymentDesk(Paying paying, Decisions decisions, Outcomes outcomes) {
        this.paying = paying;
        this.decisions = decisions;
        this.outcomes = outcomes;
    }

    /** Refuses as the ledger did, if it did so in time. */
    Settled take(PayPurchase command, Wait wait) {
        Settled asked = paying.pay(command);
        if (asked.isAnswered()) {
            return asked;
        }
        long payment = asked.questionId();
        decisions.await(
                command.purchaseId(),
                wait.limit(),
                () -> outcomes.ofPayment(payment).isDecided());
        Outcome outcome = outcomes.ofPayment(payment);
        outcome.refusal().ifPresent(refusal -> {
            throw paying.refuse(command.request(), asked, refusal);
        });
        return paying.answer(command.request(), asked, command.viewer(), outcome.isDecided());
    }
}
