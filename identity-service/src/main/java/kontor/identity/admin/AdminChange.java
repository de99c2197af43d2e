package kontor.identity.admin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The admin flag was set or taken; the newest row decides. */
@Entity
@Table(name = "admin_change")
class AdminChange extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "admin_change_seq")
    private @Nullable Long id;

    @Column(name = "member_id")
    private UUID memberId = new UUID(0, 0);

    @Column(name = "by_admin_id")
    private UUID byAdminId = new UUID(0, 0);

    @Column(name = "is_admin")
    private boolean admin;

    private Instant at = Instant.EPOCH;

    protected AdminChange() {}

    AdminChange(UUID memberId, boolean admin, UUID byAdminId, Instant at) {
        this.memberId = memberId;
        this.admin = admin;
        this.byAdminId = byAdminId;
        this.at = at;
        announce(() -> new MemberAdminChanged(memberId, admin, byAdminId, at));
    }

    Appointment appointment() {
        return new Appointment(Objects.requireNonNull(id), memberId, admin, byAdminId, at);
    }
}
