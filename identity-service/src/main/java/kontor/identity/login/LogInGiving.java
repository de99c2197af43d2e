package kontor.identity.login;

import java.util.Objects;
import kontor.identity.keycloak.LogIns;
import kontor.identity.keycloak.OpenedLogIn;
import kontor.identity.login.LogInSettings.Delivery;
import kontor.identity.member.MemberBook;
import kontor.identity.member.Profile;
import kontor.platform.rejection.Duplicate;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of giving a log-in: a look before Keycloak is asked, the decision after. */
@Service
class LogInGiving {

    private final MemberBook members;
    private final LogIns logIns;
    private final Replies replies;

    LogInGiving(MemberBook members, LogIns logIns, Replies replies) {
        this.members = members;
        this.logIns = logIns;
        this.replies = replies;
    }

    @Transactional
    Profile look(Invite command) {
        return members.requireWithoutLogIn(command.memberId(), command.login(), command.email());
    }

    @Transactional
    boolean isTaken(Invite command) {
        try {
            look(command);
            return false;
        } catch (Duplicate taken) {
            return true;
        }
    }

    @Transactional
    Invitation give(Invite command, OpenedLogIn opened, Delivery delivery) {
        return replies.once(command.key(), Invitation.class, () -> {
            Profile profile = look(command);
            members.giveLogIn(command.memberId(), profile, opened.subject());
            logIns.keep(opened, delivery == Delivery.PRINT);
            String userName = profile.login() == null ? profile.email() : profile.login();
            return new Invitation(command.memberId(), Objects.requireNonNull(userName), delivery, null);
        });
    }
}
