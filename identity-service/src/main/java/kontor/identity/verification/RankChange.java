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

/** A member has a rank from now on; the newest row decides. */
@Entity
@Table(name = "rank_change")
class RankChange extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rank_change_seq")
    private @Nullable Long id;

    @Column(name = "member_id")
    private UUID memberId = new UUID(0, 0);

    @Column(name = "rank_id")
    private long rankId;

    @Column(name = "by_admin_id")
    private UUID byAdminId = new UUID(0, 0);

    private Instant at = Instant.EPOCH;

    protected RankChange() {}

    private RankChange(UUID memberId, RankBook.Held rank, UUID byAdminId, Instant at) {
        this.memberId = memberId;
        this.rankId = rank.id();
        this.byAdminId = byAdminId;
        this.at = at;
    }

    /** Told by the verification it belongs to. */
    static RankChange first(UUID memberId, RankBook.Held rank, UUID byAdminId, Instant at) {
        return new RankChange(memberId, rank, byAdminId, at);
    }

    static RankChange later(UUID memberId, RankBook.Held rank, UUID byAdminId, Instant at) {
        RankChange change = new RankChange(memberId, rank, byAdminId, at);
        change.announce(() -> MemberRankChanged.of(memberId, rank, byAdminId, at));
        return change;
    }

    Decision decision() {
        return new Decision(Objects.requireNonNull(id), memberId, rankId, byAdminId, at);
    }
}
