package kontor.ledger.deposit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One switch of a deposit; the newest decides. */
@Entity
@Immutable
class DepositRevocation {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column
    private long depositId;

    @Column
    private boolean revoked;

    @Column
    private UUID byAdminId = new UUID(0, 0);

    @Column
    private Instant at = Instant.EPOCH;

    protected DepositRevocation() {}

    DepositRevocation(SwitchDeposit command, Instant at) {
        depositId = command.depositId();
        revoked = command.revoked();
        byAdminId = command.adminId();
        this.at = at;
    }
}
