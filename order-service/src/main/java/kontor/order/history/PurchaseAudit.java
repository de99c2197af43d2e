package kontor.order.history;

import kontor.order.party.Actor;
import kontor.order.purchase.PurchaseFact;
import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Each change by an admin, by staff with a ticket or by the System is a privileged one (G-45); questions and refusals
 * of the ledger are none.
 */
@Component
class PurchaseAudit {

    private final Audit audit;

    PurchaseAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(PurchaseFact fact) {
        Actor by = fact instanceof PurchaseFact.PurchaseOpened ? Actor.SYSTEM : fact.actor();
        String action = actionOf(fact);
        if (by.isPrivileged() && !action.isEmpty()) {
            by.doing(() -> audit.record(action, "purchase", fact.purchaseId()));
        }
    }

    /** Empty for what is no change of its own. */
    private static String actionOf(PurchaseFact fact) {
        return switch (fact) {
            case PurchaseFact.PurchaseSubmitted submitted -> submitted.version() == 1 ? "create-purchase" : "";
            case PurchaseFact.PurchaseOpened ignored -> "open-purchase";
            case PurchaseFact.PurchaseRejected ignored -> "reject-purchase";
            case PurchaseFact.PurchasePaid ignored -> "note-purchase-payment";
            case PurchaseFact.PurchaseShipped ignored -> "ship-purchase";
            case PurchaseFact.PurchaseDone ignored -> "confirm-purchase";
            case PurchaseFact.PurchaseCancelled ignored -> "cancel-purchase";
            case PurchaseFact.PurchaseUpdated ignored -> "correct-purchase";
            case PurchaseFact.AdjustmentMade ignored -> "adjust-purchase";
            case PurchaseFact.PurchaseEvaluated ignored -> "evaluate-purchase";
            case PurchaseFact.PurchasePaymentRequested ignored -> "";
            case PurchaseFact.PurchasePaymentRefused ignored -> "";
            case PurchaseFact.AdjustmentRequested ignored -> "";
            case PurchaseFact.AdjustmentDeclined ignored -> "";
        };
    }
}
