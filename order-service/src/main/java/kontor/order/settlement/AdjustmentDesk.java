package kontor.order.settlement;

import kontor.decision.Decisions;
import kontor.decision.Wait;
import kontor.order.settlement.Outcomes.Outcome;
import org.springframework.stereotype.Component;

/** Takes an adjustment, waits for the ledger's decision, and says what there is (G-29). */
@Component
class AdjustmentDesk {

    private final Adjusting adjusting;
    private final Decisions decisions;
    private final Outcomes outcomes;

    AdjustmentDesk(Adjusting adjusting, Decisions decisions, Outcomes outcomes) {
        this.adjusting = adjusting;
        this.decisions = decisions;
        this.outcomes = outcomes;
    }

    /** Refuses as the ledger did, if it did so in time. */
    Settled take(AdjustPurchase command, Wait wait) {
        Settled asked = adjusting.adjust(command);
        if (asked.isAnswered()) {
            return asked;
        }
        long adjustment = asked.questionId();
        decisions.await(
                command.purchaseId(),
                wait.limit(),
                () -> outcomes.ofAdjustment(adjustment).isDecided());
        Outcome outcome = outcomes.ofAdjustment(adjustment);
        outcome.refusal().ifPresent(refusal -> {
            throw adjusting.refuse(command.request(), asked, refusal);
        });
        return adjusting.answer(command.request(), asked, command.viewer(), outcome.isDecided());
    }
}
