package kontor.identity.keycloak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kontor.identity.state.MemberGone;
import kontor.identity.state.MemberTouched;
import kontor.platform.store.SqlValues;
import kontor.platform.store.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox towards Keycloak: which users are behind, and who works on them. */
@Component
class KeycloakChanges {

    enum Outcome {
        KEPT,
        ABANDONED
    }

    /** A user somebody works on; the lease tells whether he still may say that it is done. */
    record Due(String subject, UUID memberId, long revision, boolean invited, int attempts, UUID lease) {}

    /** What the member wants now; absent fields were never given. */
    record Wanted(Account account, @Nullable Long pictureUploadId, boolean admin, int staffLevel) {}

    private static final String LEASE = """
        update keycloak_change set attempts = attempts + 1, lease = :lease, due_at = :until
        where subject in (select subject from keycloak_change
            where synced < revision and due_at <= :now and (cast(:only as text) is null or subject = :only)
            order by due_at limit :most for update skip locked)
        returning subject, member_id, revision, invited, attempts, lease
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    KeycloakChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void begin(String subject, UUID memberId, boolean invited) {
        jdbc.sql("insert into keycloak_change (subject, member_id, invited, due_at) values (?, ?, ?, ?)")
                .params(SqlValues.of(subject, memberId, invited, clock.instant()))
                .update();
    }

    @EventListener
    void on(MemberTouched event) {
        changed(event.memberId());
    }

    @EventListener
    void on(MemberGone event) {
        changed(event.memberId());
    }

    /** A worker that is still sending an earlier revision is not disturbed: it will find that there is a later one. */
    private void changed(UUID memberId) {
        jdbc.sql("""
            update keycloak_change set revision = revision + 1, attempts = 0,
                due_at = case when lease is null then :now else due_at end
            where member_id = :member
            """)
                .param("now", Times.of(clock.instant()))
                .param("member", memberId)
                .update();
    }

    boolean isKnown(String subject) {
        return jdbc.sql("select 1 from keycloak_change where subject = ?")
                .param(subject)
                .query((row, n) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    /** The first to decide about an attempt wins. */
    boolean decide(UUID attempt, Outcome outcome) {
        int written = jdbc.sql("""
            insert into log_in_outcome (attempt, outcome, at) values (?, ?, ?) on conflict do nothing
            """)
                .params(SqlValues.of(attempt, outcome.name(), clock.instant()))
                .update();
        return written == 1 || outcomeOf(attempt) == outcome;
    }

    private Outcome outcomeOf(UUID attempt) {
        return jdbc.sql("select outcome from log_in_outcome where attempt = ?")
                .param(attempt)
                .query((row, n) -> Outcome.valueOf(row.getString(1)))
                .single();
    }

    /** Takes some users that are due; {@code only} restricts it to one. */
    List<Due> lease(@Nullable String only, int most, Duration within) {
        return jdbc.sql(LEASE)
                .param("lease", UUID.randomUUID())
                .param("now", Times.of(clock.instant()))
                .param("until", Times.of(clock.instant().plus(within)))
                .param("only", only)
                .param("most", most)
                .query(KeycloakChanges::due)
                .list();
    }

    /** Who lost his lease may have overwritten a later state: everything is sent once more. */
    void done(Due due) {
        int mine = jdbc.sql("""
            update keycloak_change set synced = ?, invited = true, attempts = 0, lease = null, failure = null,
                due_at = ?
            where subject = ? and lease = ?
            """)
                .params(SqlValues.of(due.revision(), clock.instant(), due.subject(), due.lease()))
                .update();
        if (mine == 0) {
            jdbc.sql("update keycloak_change set revision = revision + 1 where subject = ?")
                    .param(due.subject())
                    .update();
        }
    }

    void failed(Due due, String why, Duration pause) {
        jdbc.sql("update keycloak_change set failure = ?, lease = null, due_at = ? where subject = ? and lease = ?")
                .params(SqlValues.of(why, clock.instant().plus(pause), due.subject(), due.lease()))
                .update();
    }

    /** Not tried again before the member changes once more. */
    void parked(Due due, String why) {
        jdbc.sql("""
            update keycloak_change set failure = ?, lease = null, due_at = 'infinity'
            where subject = ? and lease = ?
            """).params(SqlValues.of(why, due.subject(), due.lease())).update();
    }

    /** Empty where the subject belongs to nobody any more. */
    Optional<Wanted> wanted(Due due) {
        return jdbc.sql("""
            select m.login, m.email, m.first_name, m.last_name, m.picture_upload_id, s.admin, s.staff_level
            from member m join member_state s on s.member_id = m.id
            where m.id = ? and m.subject = ?
            """)
                .params(due.memberId(), due.subject())
                .query((row, n) -> new Wanted(
                        new Account(
                                due.memberId(),
                                row.getString("login"),
                                row.getString("email"),
                                row.getString("first_name"),
                                row.getString("last_name")),
                        row.getObject("picture_upload_id", Long.class),
                        row.getBoolean("admin"),
                        row.getInt("staff_level")))
                .optional();
    }

    boolean isAnonymised(UUID memberId) {
        return jdbc.sql("select 1 from member where id = ? and status = 'ANONYMISED'")
                .param(memberId)
                .query((row, n) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getString("subject"),
                row.getObject("member_id", UUID.class),
                row.getLong("revision"),
                row.getBoolean("invited"),
                row.getInt("attempts"),
                row.getObject("lease", UUID.class));
    }
}
