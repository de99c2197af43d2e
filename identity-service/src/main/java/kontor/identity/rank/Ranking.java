package kontor.identity.rank;

import java.time.Clock;
import java.util.function.UnaryOperator;
import kontor.identity.state.AdminSet;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Audit;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creating and editing ranks (I-10). */
@Service
class Ranking {

    private static final long NONE = 0;

    private final Ranks ranks;
    private final AdminSet admins;
    private final Audit audit;
    private final Replies replies;
    private final Clock clock;

    Ranking(Ranks ranks, AdminSet admins, Audit audit, Replies replies, Clock clock) {
        this.ranks = ranks;
        this.admins = admins;
        this.audit = audit;
        this.replies = replies;
        this.clock = clock;
    }

    @Transactional
    RankView create(RankTerms terms, RequestKey key) {
        return replies.once(key, RankView.class, () -> {
            requireFree(terms.name(), NONE);
            Rank rank = ranks.saveAndFlush(new Rank(terms, clock.instant()));
            audit.record("create-rank", "rank", rank.id());
            return RankView.of(rank);
        });
    }

    @Transactional
    void edit(long id, IfMatch condition, UnaryOperator<RankTerms> change) {
        // The set before the rank: a step that takes an admin away holds it before it holds a rank.
        admins.lock();
        Rank rank = ranks.lock(id).orElseThrow(NotFound::new);
        condition.require(rank.version());
        RankTerms before = rank.terms();
        RankTerms wanted = change.apply(before);
        if (!wanted.name().equals(before.name())) {
            requireFree(wanted.name(), id);
        }
        if (before.active() && !wanted.active()) {
            admins.requireAnotherOutside(id);
        }
        if (rank.edit(wanted, clock.instant())) {
            ranks.saveAndFlush(rank);
            audit.record("edit-rank", "rank", id);
        }
    }

    private void requireFree(String name, long except) {
        if (ranks.existsNamed(name, except)) {
            throw new Duplicate("The name " + name);
        }
    }
}
