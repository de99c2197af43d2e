package kontor.identity.admin;

import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who changed an admin flag, one row per step (G-45). */
@Component
class AdminAudit {

    private final Audit audit;

    AdminAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(MemberAdminChanged event) {
        audit.record("change-admin", "member", event.memberId());
    }
}
