package kontor.identity.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kontor.identity.rank.RankBook;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A member is verified by his first rank, once (I-3). */
@Entity
@Table(name = "member_verification")
class MemberVerification extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "member_verification_seq")
    private @Nullable Long id;

    @Column(name = "member_id")
    private UUID memberId = new UUID(0, 0);

    @Column(name = "by_admin_id")
    private UUID byAdminId = new UUID(0, 0);

    private Instant at = Instant.EPOCH;

    protected MemberVerification() {}

    MemberVerification(UUID memberId, RankBook.Held rank, UUID byAdminId, Instant at) {
        this.memberId = memberId;
        this.byAdminId = byAdminId;
        this.at = at;
        announce(() -> MemberVerified.of(memberId, rank, byAdminId, at));
    }

    Decision decision(long rankId) {
        return new Decision(Objects.requireNonNull(id), memberId, rankId, byAdminId, at);
    }
}
