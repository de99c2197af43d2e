package kontor.ledger.replenishment;

import kontor.platform.messaging.Origin;
import kontor.platform.security.Caller;
import kontor.platform.store.Audit;
import org.springframework.stereotype.Component;

/** Each change of a collection or a line is a privileged one (G-45); what follows by itself is System's. */
@Component
class ReplenishmentAudit {

    private static final String COLLECTION = "replenishment-collection";
    private static final String LINE = "replenishment";

    private final Audit audit;

    ReplenishmentAudit(Audit audit) {
        this.audit = audit;
    }

    void collection(String verb, long id) {
        audit.record(verb + "-" + COLLECTION, COLLECTION, id);
    }

    void line(String verb, long id) {
        audit.record(verb + "-" + LINE, LINE, id);
    }

    /** The collection was switched along with a line (L-21, L-22). */
    void collectionBySystem(String verb, long id) {
        Origin admin = Origin.current();
        Origin.actor(Caller.SYSTEM);
        try {
            collection(verb, id);
        } finally {
            Origin.begin(admin);
        }
    }
}
