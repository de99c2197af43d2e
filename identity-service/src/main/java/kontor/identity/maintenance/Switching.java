package kontor.identity.maintenance;

import java.time.Clock;
import java.util.UUID;
import kontor.identity.maintenance.Maintenance.Mode;
import kontor.platform.store.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closing the shop for maintenance and opening it again (I-19). */
@Service
class Switching {

    private final Switches switches;
    private final Audit audit;
    private final Clock clock;

    Switching(Switches switches, Audit audit, Clock clock) {
        this.switches = switches;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Mode switchTo(boolean on, @Nullable String message, UUID adminId) {
        Maintenance maintenance = switches.lock();
        maintenance.switchTo(on, message, adminId, clock.instant());
        switches.save(maintenance);
        audit.record(on ? "start-maintenance" : "end-maintenance", "maintenance", "platform");
        return maintenance.mode();
    }
}
