package kontor.identity.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A grant was given or taken; the newest row per member and grant decides. */
@Entity
@Table(name = "staff_grant_change")
class StaffGrantChange extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "staff_grant_change_seq")
    private @Nullable Long id;

    @Column(name = "member_id")
    private UUID memberId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    @Column(name = "grant_code")
    private StaffGrant grant = StaffGrant.SUPPORT_1;

    private boolean granted;

    @Column(name = "by_admin_id")
    private UUID byAdminId = new UUID(0, 0);

    private Instant at = Instant.EPOCH;

    protected StaffGrantChange() {}

    /** Announces the level he has by it. */
    StaffGrantChange(ChangeGrant command, int levelAfter, Instant at) {
        this.memberId = command.memberId();
        this.grant = command.grant();
        this.granted = command.granted();
        this.byAdminId = command.byAdminId();
        this.at = at;
        announce(() -> new StaffGrantChanged(memberId, grant, granted, levelAfter, byAdminId, at));
    }

    Grant decision() {
        return new Grant(Objects.requireNonNull(id), memberId, grant, granted, byAdminId, at);
    }

    /** Who gave or took which grant. */
    record Grant(long id, UUID memberId, StaffGrant grant, boolean granted, UUID byAdminId, Instant at) {}
}
