package kontor.identity.rank;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kontor.identity.rank.Spreads.Spread;
import kontor.identity.state.Roster;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the state of the members of an edited rank, a bounded number per transaction. */
@Service
class Spreading {

    private static final int BATCH = 200;

    private final Spreads spreads;
    private final Roster roster;

    Spreading(Spreads spreads, Roster roster) {
        this.spreads = spreads;
        this.roster = roster;
    }

    /** Whether there may be more to do. */
    @Transactional
    boolean next() {
        Optional<Spread> taken = spreads.take();
        taken.ifPresent(this::tell);
        return taken.isPresent();
    }

    private void tell(Spread spread) {
        List<UUID> members = spreads.nextMembers(spread, BATCH);
        members.forEach(roster::edited);
        if (members.size() < BATCH) {
            spreads.done(spread);
        } else {
            spreads.reached(spread, members.getLast());
        }
    }
}
