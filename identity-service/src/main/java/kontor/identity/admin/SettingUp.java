package kontor.identity.admin;

import kontor.identity.keycloak.LogIns;
import kontor.identity.keycloak.OpenedLogIn;
import kontor.identity.member.MemberBook;
import kontor.identity.member.Profile;
import kontor.identity.state.AdminSet;
import kontor.platform.rejection.NotAllowedInState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transaction of the set-up command: member, verification and flag together. */
@Service
class SettingUp {

    private final AdminSet admins;
    private final AdminHistory history;
    private final MemberBook members;
    private final LogIns logIns;
    private final FirstAdmin firstAdmin;

    SettingUp(AdminSet admins, AdminHistory history, MemberBook members, LogIns logIns, FirstAdmin firstAdmin) {
        this.admins = admins;
        this.history = history;
        this.members = members;
        this.logIns = logIns;
        this.firstAdmin = firstAdmin;
    }

    @Transactional
    void requireNoAdmin() {
        admins.lock();
        if (!history.isEmpty()) {
            throw new NotAllowedInState("There is or was an admin already.");
        }
    }

    @Transactional
    void makeFirstAdmin(Profile profile, OpenedLogIn opened) {
        requireNoAdmin();
        members.add(opened.memberId(), profile, opened.subject());
        logIns.keep(opened, true);
        firstAdmin.become(opened.memberId());
    }
}
