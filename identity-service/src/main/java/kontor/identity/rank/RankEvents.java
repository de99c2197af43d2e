package kontor.identity.rank;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The fact topic of the ranks. */
@Component
class RankEvents {

    private static final String RANKS = "kontor.identity.rank.v1";

    private final Outbox outbox;

    RankEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(RankCreated event) {
        outbox.append(RANKS, event.rankId(), 1, event);
    }

    @EventListener
    void on(RankChanged event) {
        outbox.append(RANKS, event.rankId(), event.version(), event);
    }
}
