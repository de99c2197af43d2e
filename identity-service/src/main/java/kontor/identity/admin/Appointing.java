package kontor.identity.admin;

import java.util.UUID;
import kontor.identity.state.AdminSet;
import kontor.identity.state.Roster;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.security.KnownMember;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Setting and taking the admin flag (I-6, I-7). */
@Service
class Appointing {

    private final AdminSet admins;
    private final Roster roster;
    private final AdminHistory history;
    private final Replies replies;

    Appointing(AdminSet admins, Roster roster, AdminHistory history, Replies replies) {
        this.admins = admins;
        this.roster = roster;
        this.history = history;
        this.replies = replies;
    }

    @Transactional
    Appointment appoint(UUID memberId, boolean admin, UUID byAdminId, RequestKey key) {
        return replies.once(key, Appointment.class, () -> {
            admins.lock();
            KnownMember member = roster.lock(memberId);
            if (member.admin() == admin) {
                throw new AlreadyInState(admin ? "The member is an admin" : "The member is no admin");
            }
            if (admin) {
                return history.set(member, byAdminId);
            }
            admins.requireAnotherThan(memberId);
            // Of two admins who demote each other only one is still an admin when it is his turn.
            admins.requireUsable(byAdminId);
            return history.take(member, byAdminId);
        });
    }
}
