package kontor.identity.member;

import java.time.Clock;
import java.util.UUID;
import kontor.identity.state.AdminSet;
import kontor.identity.state.Roster;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.IfMatch;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Editing a member's own data, by himself or an admin. */
@Service
class Editing {

    private final Members members;
    private final MemberBook names;
    private final AdminSet admins;
    private final Roster roster;
    private final Clock clock;

    Editing(Members members, MemberBook names, AdminSet admins, Roster roster, Clock clock) {
        this.members = members;
        this.names = names;
        this.admins = admins;
        this.roster = roster;
        this.clock = clock;
    }

    @Transactional
    void edit(UUID id, IfMatch condition, ProfileEdit edit) {
        if (edit.mayEndLogIn()) {
            admins.lock();
        }
        Member member = members.lock(id).orElseThrow(NotFound::new);
        condition.require(member.version());
        member.requireNotAnonymised();
        Profile wanted = edit.applyTo(member.profile());
        names.requireFree(wanted, id);
        if (member.endsLogIn(wanted)) {
            admins.requireAnotherThan(id);
        }
        if (member.edit(wanted, clock.instant())) {
            members.saveAndFlush(member);
            roster.edited(id);
        }
    }
}
