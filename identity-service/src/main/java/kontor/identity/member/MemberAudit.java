package kontor.identity.member;

import java.util.UUID;
import kontor.platform.messaging.Origin;
import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what somebody else did to a member's own data (G-45); what he does himself is nobody's privilege. */
@Component
class MemberAudit {

    private final Audit audit;

    MemberAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(MemberRegistered event) {
        record("register-member", event.memberId());
    }

    @EventListener
    void on(MemberProfileChanged event) {
        record("edit-member", event.memberId());
    }

    @EventListener
    void on(MemberAnonymised event) {
        record("anonymise-member", event.memberId());
    }

    @EventListener
    void on(MemberDeleted event) {
        record("delete-member", event.memberId());
    }

    private void record(String action, UUID memberId) {
        if (!Origin.current().actorId().equals(memberId)) {
            audit.record(action, "member", memberId);
        }
    }
}
