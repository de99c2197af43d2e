package kontor.identity.verification;

import java.util.Optional;
import kontor.identity.rank.RankBook;
import kontor.identity.state.Roster;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.security.KnownMember;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving the first rank (I-3). */
@Service
class Verifying {

    private final Roster roster;
    private final RankBook ranks;
    private final RankHistory history;
    private final Replies replies;

    Verifying(Roster roster, RankBook ranks, RankHistory history, Replies replies) {
        this.roster = roster;
        this.ranks = ranks;
        this.history = history;
        this.replies = replies;
    }

    @Transactional
    Decision verify(GiveRank command) {
        return replies.once(command.key(), Decision.class, () -> {
            // A rank before a member, everywhere; that the member exists is still the first thing to be judged.
            Optional<RankBook.Held> rank = ranks.hold(command.rankId());
            KnownMember member = roster.lock(command.memberId());
            if (member.verified()) {
                throw new AlreadyVerified();
            }
            RankBook.Held held = rank.orElseThrow(() -> new UnknownReference("/rankId"));
            return history.first(command.memberId(), held, command.byAdminId());
        });
    }
}
