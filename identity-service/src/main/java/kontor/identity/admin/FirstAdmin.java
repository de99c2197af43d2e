package kontor.identity.admin;

import java.util.UUID;
import kontor.identity.rank.RankBook;
import kontor.identity.state.LogInRequired;
import kontor.identity.state.Roster;
import kontor.identity.verification.RankHistory;
import kontor.platform.security.KnownMember;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one time that somebody verifies himself and makes himself an admin (I-8, I-9). */
@Component
class FirstAdmin {

    private final RankBook ranks;
    private final Roster roster;
    private final RankHistory rankHistory;
    private final AdminHistory adminHistory;

    FirstAdmin(RankBook ranks, Roster roster, RankHistory rankHistory, AdminHistory adminHistory) {
        this.ranks = ranks;
        this.roster = roster;
        this.rankHistory = rankHistory;
        this.adminHistory = adminHistory;
    }

    /** The caller holds the set of admins and knows that there never was one. */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment become(UUID memberId) {
        RankBook.Held rank = ranks.holdDefault();
        KnownMember member = roster.lock(memberId);
        if (!member.hasLogIn()) {
            throw new LogInRequired();
        }
        if (!member.verified()) {
            rankHistory.first(memberId, rank, memberId);
        }
        return adminHistory.set(roster.lock(memberId), memberId);
    }
}
