package kontor.ledger.revocation;

import kontor.platform.messaging.Origin;
import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Switches by admins are privileged changes (G-45). */
@Component
class RevocationAudit {

    private final Audit audit;

    RevocationAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(PurchaseSwitched event) {
        if (event.isByAdmin()) {
            String action = actionOf(event);
            audit.record(
                    Origin.current().isImported() ? "import-" + action : action, "shelf-purchase", event.purchaseId());
        }
    }

    private static String actionOf(PurchaseSwitched event) {
        return switch (event) {
            case PurchaseSwitched.ShelfPurchaseRevoked ignored -> "revoke-shelf-purchase";
            case PurchaseSwitched.ShelfPurchaseReapplied ignored -> "reapply-shelf-purchase";
        };
    }
}
