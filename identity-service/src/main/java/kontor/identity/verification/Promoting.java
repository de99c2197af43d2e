package kontor.identity.verification;

import java.util.Optional;
import kontor.identity.rank.RankBook;
import kontor.identity.state.AdminSet;
import kontor.identity.state.Roster;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.MemberNotVerified;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.security.KnownMember;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving a later rank, up or down (I-4). */
@Service
class Promoting {

    private final Roster roster;
    private final RankBook ranks;
    private final AdminSet admins;
    private final RankHistory history;
    private final Replies replies;

    Promoting(Roster roster, RankBook ranks, AdminSet admins, RankHistory history, Replies replies) {
        this.roster = roster;
        this.ranks = ranks;
        this.admins = admins;
        this.history = history;
        this.replies = replies;
    }

    @Transactional
    Decision change(GiveRank command) {
        return replies.once(command.key(), Decision.class, () -> {
            admins.lock();
            Optional<RankBook.Held> rank = ranks.hold(command.rankId());
            KnownMember member = roster.lock(command.memberId());
            requireVerified(member);
            RankBook.Held held = rank.orElseThrow(() -> new UnknownReference("/rankId"));
            if (Long.valueOf(held.id()).equals(member.rankId())) {
                throw new AlreadyInState("The member has this rank");
            }
            if (!held.terms().active()) {
                admins.requireAnotherThan(member.memberId());
            }
            return history.later(member.memberId(), held, command.byAdminId());
        });
    }

    private static void requireVerified(KnownMember member) {
        if (!member.verified()) {
            throw new MemberNotVerified(member.memberId());
        }
        if (member.status().equals("ANONYMISED")) {
            throw new NotAllowedInState("This member is anonymised.");
        }
    }
}
