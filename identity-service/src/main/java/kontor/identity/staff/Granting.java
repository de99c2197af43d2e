package kontor.identity.staff;

import kontor.identity.staff.StaffGrantChange.Grant;
import kontor.identity.state.LogInRequired;
import kontor.identity.state.Roster;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.MemberNotActive;
import kontor.platform.rejection.MemberNotVerified;
import kontor.platform.security.KnownMember;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving and taking staff grants (I-11). */
@Service
class Granting {

    private final Roster roster;
    private final StaffHistory history;
    private final Replies replies;

    Granting(Roster roster, StaffHistory history, Replies replies) {
        this.roster = roster;
        this.history = history;
        this.replies = replies;
    }

    @Transactional
    Grant change(ChangeGrant command, RequestKey key) {
        return replies.once(key, Grant.class, () -> {
            KnownMember member = roster.lock(command.memberId());
            if (history.held(command.memberId()).contains(command.grant()) == command.granted()) {
                throw new AlreadyInState(command.granted() ? "The member holds this grant" : "The grant is not held");
            }
            if (command.granted()) {
                requireEligible(member);
            }
            Grant grant = history.write(command);
            roster.changed(command.memberId());
            return grant;
        });
    }

    private static void requireEligible(KnownMember member) {
        if (!member.verified()) {
            throw new MemberNotVerified(member.memberId());
        }
        if (!member.active()) {
            throw new MemberNotActive(member.memberId());
        }
        if (!member.hasLogIn()) {
            throw new LogInRequired();
        }
    }
}
