package kontor.identity.maintenance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import kontor.platform.AggregateRoot;
import kontor.platform.rejection.AlreadyInState;
import org.jspecify.annotations.Nullable;

/** The switch; there is one row, from installation on. Each version is one fact. */
@Entity
class Maintenance extends AggregateRoot {

    @Id
    @Column(name = "only_row")
    private Boolean onlyRow = true;

    @Column(name = "is_on")
    private boolean on;

    private @Nullable String message;
    private Instant since = Instant.EPOCH;

    @Column(name = "by_admin_id")
    private UUID byAdminId = new UUID(0, 0);

    private long version;

    protected Maintenance() {}

    void switchTo(boolean wanted, @Nullable String why, UUID adminId, Instant now) {
        if (wanted == on) {
            throw new AlreadyInState(on ? "Maintenance is on" : "Maintenance is off");
        }
        on = wanted;
        message = why;
        since = now;
        byAdminId = adminId;
        version++;
        announce(() -> new MaintenanceSwitched(version, on, message, byAdminId, since));
    }

    Mode mode() {
        return new Mode(on, message, since);
    }

    /** What everybody may know of it. */
    record Mode(boolean on, @Nullable String message, Instant since) {}
}
