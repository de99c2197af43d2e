package kontor.identity.admin;

import java.time.Clock;
import java.util.UUID;
import kontor.identity.member.MemberAnonymised;
import kontor.identity.state.LogInRequired;
import kontor.identity.state.Roster;
import kontor.platform.messaging.Origin;
import kontor.platform.rejection.MemberNotActive;
import kontor.platform.rejection.MemberNotVerified;
import kontor.platform.rejection.SystemMember;
import kontor.platform.security.KnownMember;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the admin flag; callers have locked the set of admins and the member. */
@Component
class AdminHistory {

    private final AdminChanges changes;
    private final Roster roster;
    private final Clock clock;

    AdminHistory(AdminChanges changes, Roster roster, Clock clock) {
        this.changes = changes;
        this.roster = roster;
        this.clock = clock;
    }

    boolean isEmpty() {
        return !changes.existsAny();
    }

    /** Sets the flag for who may have it (I-6). */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment set(KnownMember member, UUID byAdminId) {
        if (!member.verified()) {
            throw new MemberNotVerified(member.memberId());
        }
        if (!member.active()) {
            throw new MemberNotActive(member.memberId());
        }
        if (!member.hasLogIn()) {
            throw new LogInRequired();
        }
        if (member.systemMember()) {
            throw new SystemMember(member.memberId());
        }
        return write(member.memberId(), true, byAdminId);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Appointment take(KnownMember member, UUID byAdminId) {
        return write(member.memberId(), false, byAdminId);
    }

    /** The flag falls with the person; the anonymisation has judged that another admin stays. */
    @EventListener
    void on(MemberAnonymised event) {
        if (roster.lock(event.memberId()).admin()) {
            UUID actor = Origin.current().actorId();
            changes.saveAndFlush(new AdminChange(event.memberId(), false, actor, event.at()));
        }
    }

    private Appointment write(UUID memberId, boolean admin, UUID byAdminId) {
        AdminChange change = changes.saveAndFlush(new AdminChange(memberId, admin, byAdminId, clock.instant()));
        roster.changed(memberId);
        return change.appointment();
    }
}
