package kontor.catalog.tag;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells what happened to tags. */
@Component
class TagEvents {

    static final String TOPIC = "kontor.catalog.tag.v1";

    private final Outbox outbox;

    TagEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(TagChanged event) {
        outbox.append(TOPIC, event.tagId(), event.version(), event);
    }
}
