package kontor.identity.member;

import java.time.Clock;
import java.util.UUID;
import kontor.identity.state.AdminSet;
import kontor.identity.state.Roster;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a member goes: deleted while nobody has verified him (I-12), anonymised after that (I-13). */
@Service
class Leaving {

    private final Members members;
    private final AdminSet admins;
    private final Roster roster;
    private final Replies replies;
    private final Clock clock;

    Leaving(Members members, AdminSet admins, Roster roster, Replies replies, Clock clock) {
        this.members = members;
        this.admins = admins;
        this.roster = roster;
        this.replies = replies;
        this.clock = clock;
    }

    @Transactional
    void delete(UUID id) {
        Member member = members.lock(id).orElseThrow(NotFound::new);
        member.delete(clock.instant());
        if (roster.hasBeenAdmin(id)) {
            throw new NotAllowedInState("An import says that he was an admin: verify and anonymise him instead.");
        }
        members.delete(member);
        roster.gone(id);
    }

    @Transactional
    void anonymise(UUID id, RequestKey key) {
        admins.lock();
        replies.once(key, Done.class, () -> {
            Member member = members.lock(id).orElseThrow(NotFound::new);
            member.requireAnonymisable();
            admins.requireAnotherThan(id);
            member.anonymise(clock.instant());
            members.saveAndFlush(member);
            roster.edited(id);
            return new Done(id);
        });
    }

    private record Done(UUID memberId) {}
}
