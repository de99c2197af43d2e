package kontor.identity.admin;

import java.util.UUID;
import kontor.identity.state.AdminSet;
import kontor.identity.state.Roster;
import kontor.platform.Rejection;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first member with a log-in makes himself the first admin (I-8). */
@Service
class Claiming {

    private final AdminSet admins;
    private final AdminHistory history;
    private final Roster roster;
    private final FirstAdmin firstAdmin;
    private final Replies replies;

    Claiming(AdminSet admins, AdminHistory history, Roster roster, FirstAdmin firstAdmin, Replies replies) {
        this.admins = admins;
        this.history = history;
        this.roster = roster;
        this.firstAdmin = firstAdmin;
        this.replies = replies;
    }

    @Transactional
    Appointment claim(UUID memberId, RequestKey key) {
        return replies.once(key, Appointment.class, () -> {
            admins.lock();
            boolean isNext = roster.firstWithLogIn().filter(memberId::equals).isPresent();
            if (!history.isEmpty() || !isNext) {
                throw new AdminClaimClosed();
            }
            return firstAdmin.become(memberId);
        });
    }

    /** There is or was an admin, or somebody else registered first. */
    static final class AdminClaimClosed extends Rejection {

        AdminClaimClosed() {
            super(Kind.FORBIDDEN, "admin-claim-closed", "The first admin cannot be claimed any more, or not by you.");
        }
    }
}
