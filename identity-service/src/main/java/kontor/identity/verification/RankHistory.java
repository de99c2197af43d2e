package kontor.identity.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kontor.identity.rank.RankBook;
import kontor.identity.state.Roster;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes ranks into the histories; callers have locked the member and judged the step. */
@Component
public class RankHistory {

    private final Verifications verifications;
    private final RankChanges changes;
    private final Roster roster;
    private final Clock clock;

    RankHistory(Verifications verifications, RankChanges changes, Roster roster, Clock clock) {
        this.verifications = verifications;
        this.changes = changes;
        this.roster = roster;
        this.clock = clock;
    }

    /** The step that verifies: both rows and the status together (I-3). */
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision first(UUID memberId, RankBook.Held rank, UUID byAdminId) {
        Instant now = clock.instant();
        MemberVerification verification =
                verifications.saveAndFlush(new MemberVerification(memberId, rank, byAdminId, now));
        changes.saveAndFlush(RankChange.first(memberId, rank, byAdminId, now));
        roster.verified(memberId);
        return verification.decision(rank.id());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Decision later(UUID memberId, RankBook.Held rank, UUID byAdminId) {
        RankChange change = changes.saveAndFlush(RankChange.later(memberId, rank, byAdminId, clock.instant()));
        roster.changed(memberId);
        return change.decision();
    }
}
