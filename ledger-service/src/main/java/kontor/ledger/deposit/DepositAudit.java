package kontor.ledger.deposit;

import kontor.platform.messaging.Origin;
import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each change of a deposit is a privileged one (G-45). */
@Component
class DepositAudit {

    private final Audit audit;

    DepositAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(DepositFact fact) {
        audit.record(Origin.current().isImported() ? importOf(fact) : actionOf(fact), "deposit", fact.depositId());
    }

    private static String importOf(DepositFact fact) {
        return fact.version() == 1 ? "import-deposit" : "import-" + actionOf(fact);
    }

    private static String actionOf(DepositFact fact) {
        return switch (fact) {
            case DepositFact.DepositRequested ignored -> "request-deposit";
            case DepositFact.DepositBooked booked -> booked.decidedBy() == null ? "make-deposit" : "approve-deposit";
            case DepositFact.DepositRejected ignored -> "reject-deposit";
            case DepositFact.DepositRevoked ignored -> "revoke-deposit";
            case DepositFact.DepositReapplied ignored -> "reapply-deposit";
        };
    }
}
