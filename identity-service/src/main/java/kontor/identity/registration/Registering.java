package kontor.identity.registration;

import java.util.Optional;
import kontor.identity.keycloak.Account;
import kontor.identity.keycloak.LogIns;
import kontor.identity.keycloak.OpenedLogIn;
import kontor.identity.keycloak.Password;
import kontor.identity.member.MemberBook;
import kontor.identity.member.MemberView;
import kontor.identity.member.Profile;
import kontor.platform.rejection.Duplicate;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;

/** Registration with a password: Keycloak first, outside of the transaction, then the member (I-1). */
@Service
class Registering {

    private final MemberBook members;
    private final LogIns logIns;
    private final Enrolling enrolling;
    private final Replies replies;

    Registering(MemberBook members, LogIns logIns, Enrolling enrolling, Replies replies) {
        this.members = members;
        this.logIns = logIns;
        this.enrolling = enrolling;
        this.replies = replies;
    }

    MemberView register(RegisterMember command, String password) {
        return answered(command).orElseGet(() -> begin(command, password));
    }

    private MemberView begin(RegisterMember command, String password) {
        OpenedLogIn opened;
        try {
            members.requireFree(command.profile(), command.memberId());
            opened = logIns.open(account(command), new Password(password, false), () -> isTaken(command));
        } catch (Duplicate duplicate) {
            // It may be our own first try, under the same key, that has just taken the name.
            return answered(command).orElseThrow(() -> duplicate);
        }
        MemberView member;
        try {
            member = enrolling.enrol(command.with(opened));
        } catch (RuntimeException failed) {
            logIns.abandon(opened);
            throw failed;
        }
        logIns.settle(opened);
        return member;
    }

    private Optional<MemberView> answered(RegisterMember command) {
        return replies.stored(command.key(), MemberView.class);
    }

    private boolean isTaken(RegisterMember command) {
        try {
            members.requireFree(command.profile(), command.memberId());
            return false;
        } catch (Duplicate taken) {
            return true;
        }
    }

    private static Account account(RegisterMember command) {
        Profile profile = command.profile();
        return new Account(
                command.memberId(), profile.login(), profile.email(), profile.firstName(), profile.lastName());
    }
}
