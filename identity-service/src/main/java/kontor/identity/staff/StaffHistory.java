package kontor.identity.staff;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import kontor.identity.member.MemberAnonymised;
import kontor.identity.staff.StaffGrantChange.Grant;
import kontor.platform.messaging.Origin;
import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes grants and who changed them; callers have locked the member. */
@Component
class StaffHistory {

    private final StaffGrantChanges changes;
    private final Audit audit;
    private final Clock clock;

    StaffHistory(StaffGrantChanges changes, Audit audit, Clock clock) {
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    Set<StaffGrant> held(UUID memberId) {
        Set<StaffGrant> held = EnumSet.noneOf(StaffGrant.class);
        changes.held(memberId).forEach(code -> held.add(StaffGrant.valueOf(code)));
        return held;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Grant write(ChangeGrant command) {
        Set<StaffGrant> held = held(command.memberId());
        if (command.granted()) {
            held.add(command.grant());
        } else {
            held.remove(command.grant());
        }
        StaffGrantChange change =
                changes.saveAndFlush(new StaffGrantChange(command, StaffGrant.levelOf(held), clock.instant()));
        audit.record("change-staff-grant", "member", command.memberId());
        return change.decision();
    }

    /** Grants fall with the person. */
    @EventListener
    void on(MemberAnonymised event) {
        UUID actor = Origin.current().actorId();
        held(event.memberId()).forEach(grant -> write(new ChangeGrant(event.memberId(), grant, false, actor)));
    }
}
