package kontor.identity.maintenance;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What concerns the shop as a whole: one stream with one key. */
@Component
class MaintenanceEvents {

    private static final String PLATFORM = "kontor.identity.platform.v1";
    private static final String KEY = "platform";

    private final Outbox outbox;

    MaintenanceEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(MaintenanceSwitched event) {
        outbox.append(PLATFORM, KEY, event.version(), event);
    }
}
