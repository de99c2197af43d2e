package kontor.identity.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.KnownMember;
import kontor.platform.store.SqlValues;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the members as all features share them: lock, look, and say that something changed. */
@Component
public class Roster {

    /** What an import has added to a member: facts, and perhaps his verification. */
    public record Addition(UUID memberId, int facts, boolean isVerified) {}

    private final JdbcClient jdbc;
    private final MemberStates states;
    private final ApplicationEventPublisher events;

    Roster(JdbcClient jdbc, MemberStates states, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.states = states;
        this.events = events;
    }

    /** The member as he stands, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public KnownMember lock(UUID memberId) {
        // Two statements: only the second sees what was committed while the first waited.
        jdbc.sql("select 1 from member where id = ? for update")
                .param(memberId)
                .query((row, n) -> row.getInt(1))
                .optional();
        return states.of(memberId).orElseThrow(NotFound::new);
    }

    /** Something about this member changed, but not his own row: his version rises and his state goes out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(UUID memberId) {
        jdbc.sql("update member set version = version + 1 where id = ?")
                .param(memberId)
                .update();
        edited(memberId);
    }

    /** The member's own row was written, its version with it: his state goes out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void edited(UUID memberId) {
        states.publishAtCommit(memberId);
        events.publishEvent(new MemberTouched(memberId));
    }

    /** His first rank makes a member a verified one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void verified(UUID memberId) {
        jdbc.sql("update member set status = 'VERIFIED' where id = ? and status = 'REGISTERED'")
                .param(memberId)
                .update();
        changed(memberId);
    }

    /** Here only of who was verified first; an import may say it of others, too (G-40). */
    public boolean hasBeenAdmin(UUID memberId) {
        return jdbc.sql("select exists (select from admin_change where member_id = ?)")
                .param(memberId)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** The rows of these members are new and nobody of them can log in: their states go out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takenOver(Collection<UUID> memberIds) {
        memberIds.forEach(states::publishAtCommit);
    }

    /**
     * The histories of these members, whose rows are locked, have become longer: versions rise and states go out.
     *
     * @return the number of the last fact about each before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Long> added(List<Addition> additions) {
        Map<UUID, Long> last = new HashMap<>();
        List<UUID> withLogIn = new ArrayList<>();
        jdbc.sql("""
                        update member m set version = m.version + 1, fact_version = m.fact_version + a.facts,
                            status = case when a.verified and m.status = 'REGISTERED' then 'VERIFIED' else m.status end
                        from unnest(cast(? as uuid[]), cast(? as bigint[]), cast(? as boolean[]))
                            a (id, facts, verified)
                        where m.id = a.id returning m.id, m.fact_version - a.facts, m.has_log_in
                        """)
                .params(
                        SqlValues.texts(additions, Addition::memberId),
                        SqlValues.texts(additions, Addition::facts),
                        SqlValues.texts(additions, Addition::isVerified))
                .query(row -> {
                    UUID id = row.getObject(1, UUID.class);
                    last.put(id, row.getLong(2));
                    if (row.getBoolean(3)) {
                        withLogIn.add(id);
                    }
                });
        takenOver(last.keySet());
        withLogIn.forEach(id -> events.publishEvent(new MemberTouched(id)));
        return last;
    }

    /** The number of the next fact about this member; his row is locked by it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long nextFact(UUID memberId) {
        return jdbc.sql("update member set fact_version = fact_version + 1 where id = ? returning fact_version")
                .param(memberId)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** The member's row is being deleted: a tombstone takes his state away. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void gone(UUID memberId) {
        long last = jdbc.sql("update member set state_version = state_version + 1 where id = ? returning state_version")
                .param(memberId)
                .query((row, n) -> row.getLong(1))
                .single();
        events.publishEvent(new MemberGone(memberId, last));
    }

    /** Who registered first among the present members with a log-in (I-8). */
    public Optional<UUID> firstWithLogIn() {
        return jdbc.sql("select id from member where has_log_in order by registration_no limit 1")
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
    }
}
