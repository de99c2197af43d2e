package kontor.identity.state;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import kontor.platform.security.KnownMember;
import kontor.platform.security.MemberDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Derives the state of members from their rows and sends it out, once per transaction however often they changed. */
@Component
class MemberStates implements MemberDirectory {

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final MemberStateEvents events;

    MemberStates(JdbcClient jdbc, EntityManager entities, MemberStateEvents events) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.events = events;
    }

    @Override
    public Optional<KnownMember> bySubject(String subject) {
        return jdbc.sql("select * from member_state where subject = ?")
                .param(subject)
                .query(MemberStates::map)
                .optional();
    }

    @Override
    public Optional<KnownMember> byId(UUID memberId) {
        return of(memberId);
    }

    Optional<KnownMember> of(UUID memberId) {
        return jdbc.sql("select * from member_state where member_id = ?")
                .param(memberId)
                .query(MemberStates::map)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void publishAtCommit(UUID memberId) {
        if (TransactionSynchronizationManager.getResource(this) instanceof AtCommit pending) {
            pending.members.add(memberId);
            return;
        }
        AtCommit pending = new AtCommit();
        pending.members.add(memberId);
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
    }

    /**
     * The rising number locks the row, so the state read after it is the newest, and order per member is commit order.
     */
    private void publish(UUID memberId) {
        int exists = jdbc.sql("update member set state_version = state_version + 1 where id = ?")
                .param(memberId)
                .update();
        if (exists == 1) {
            events.publish(of(memberId).orElseThrow());
        }
    }

    private static KnownMember map(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime verifiedAt = row.getObject("verified_at", OffsetDateTime.class);
        return new KnownMember(
                row.getObject("member_id", UUID.class),
                row.getString("subject"),
                row.getString("display_name"),
                row.getObject("picture_upload_id", Long.class),
                row.getString("status"),
                row.getBoolean("verified"),
                verifiedAt == null ? null : verifiedAt.toInstant(),
                row.getBoolean("active"),
                row.getBoolean("system_member"),
                row.getBoolean("admin"),
                row.getInt("staff_level"),
                row.getBoolean("has_log_in"),
                row.getObject("rank_id", Long.class),
                row.getString("rank_name"),
                row.getObject("debt_limit_minor", Long.class),
                row.getObject("customer_id", Long.class),
                row.getLong("version"));
    }

    /** The members whose state the current transaction has to tell, in id order against deadlocks. */
    private final class AtCommit implements TransactionSynchronization {

        private final SortedSet<UUID> members = new TreeSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush();
            members.forEach(MemberStates.this::publish);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(MemberStates.this);
        }
    }
}
