package kontor.identity.verification;

import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who gave a rank, one row per step (G-45). */
@Component
class RankAudit {

    private final Audit audit;

    RankAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(MemberVerified event) {
        audit.record("verify-member", "member", event.memberId());
    }

    @EventListener
    void on(MemberRankChanged event) {
        audit.record("change-rank", "member", event.memberId());
    }
}
