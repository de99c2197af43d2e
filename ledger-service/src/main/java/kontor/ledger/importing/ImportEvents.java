package kontor.ledger.importing;

import kontor.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** What the facts of a request tell, hundreds of events, is written by one statement. */
@Component
class ImportEvents {

    private final Outbox outbox;

    ImportEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void together(Runnable facts) {
        outbox.together(facts);
    }
}
