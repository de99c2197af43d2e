package kontor.catalog.category;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells what happened to categories. */
@Component
class CategoryEvents {

    static final String TOPIC = "kontor.catalog.category.v1";

    private final Outbox outbox;

    CategoryEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(CategoryCreated event) {
        outbox.append(TOPIC, event.categoryId(), event.version(), event);
    }

    @EventListener
    void on(CategoryChanged event) {
        outbox.append(TOPIC, event.categoryId(), event.version(), event);
    }

    @EventListener
    void on(CategoryDeleted event) {
        outbox.append(TOPIC, event.categoryId(), event.version(), event);
    }
}
