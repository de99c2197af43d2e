package kontor.identity.state;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
     * The rising number locks the rows, in id order against deadlocks, so the states read after it are the newest, and
     * order per member is commit order.
     */
    private void publish(Collection<UUID> memberIds) {
        String[] ids = memberIds.stream().map(UUID::toString).toArray(String[]::new);
        jdbc.sql("""
                        with held as (
                            select id from member where id = any(cast(? as uuid[])) order by id for no key update)
                        update member m set state_version = m.state_version + 1 from held h where m.id = h.id
                        """).param(ids).update();
        events.publish(
                jdbc.sql("select * from member_state where member_id = any(cast(? as uuid[])) order by member_id")
                        .param(ids)
                        .query(MemberStates::map)
                        .list());
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

    /** The members whose state the current transaction has to tell. */
    private final class AtCommit implements TransactionSynchronization {

        private final Set<UUID> members = new HashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush();
            publish(members);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(MemberStates.this);
        }
    }
}
