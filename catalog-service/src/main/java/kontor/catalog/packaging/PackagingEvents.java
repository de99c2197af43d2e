package kontor.catalog.packaging;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells what happened to packagings. */
@Component
class PackagingEvents {

    static final String TOPIC = "kontor.catalog.packaging.v1";

    private final Outbox outbox;

    PackagingEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(PackagingChanged event) {
        outbox.append(TOPIC, event.packagingId(), event.version(), event);
    }
}
