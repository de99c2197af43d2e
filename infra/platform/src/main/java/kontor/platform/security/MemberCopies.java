package kontor.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The service's copy of the members, table {@code known_member}. */
public class MemberCopies implements MemberDirectory {

    /** A change counts everywhere within 10 s (G-19): it reaches the table in about one, and this cache after three. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private static final int MOST_CACHED = 10_000;

    private final JdbcClient jdbc;
    private final Cache<String, KnownMember> bySubject = Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .expireAfterWrite(FRESH)
            .build();

    public MemberCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KnownMember> bySubject(String subject) {
        Optional<KnownMember> cached = Optional.ofNullable(bySubject.getIfPresent(subject));
        if (cached.isPresent()) {
            return cached;
        }
        // Only who was found is remembered: somebody who has just registered must not stay unknown.
        Optional<KnownMember> found = read(subject);
        found.ifPresent(member -> bySubject.put(subject, member));
        return found;
    }

    @Override
    public Optional<KnownMember> byId(UUID memberId) {
        return jdbc.sql("select * from known_member where id = ?")
                .param(memberId)
                .query(MemberCopies::map)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(KnownMember member) {
        jdbc.sql("""
                        insert into known_member (id, subject, display_name, picture_upload_id, status, verified,
                            verified_at, active, system_member, admin, staff_level, has_log_in, rank_id, rank_name,
                            debt_limit_minor, customer_id, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set subject = excluded.subject, display_name = excluded.display_name,
                            picture_upload_id = excluded.picture_upload_id, status = excluded.status,
                            verified = excluded.verified, verified_at = excluded.verified_at, active = excluded.active,
                            system_member = excluded.system_member, admin = excluded.admin,
                            staff_level = excluded.staff_level, has_log_in = excluded.has_log_in,
                            rank_id = excluded.rank_id, rank_name = excluded.rank_name,
                            debt_limit_minor = excluded.debt_limit_minor, customer_id = excluded.customer_id,
                            version = excluded.version
                        """)
                .params(SqlValues.of(
                        member.memberId(),
                        member.subject(),
                        member.displayName(),
                        member.pictureUploadId(),
                        member.status(),
                        member.verified(),
                        member.verifiedAt(),
                        member.active(),
                        member.systemMember(),
                        member.admin(),
                        member.staffLevel(),
                        member.hasLogIn(),
                        member.rankId(),
                        member.rankName(),
                        member.debtLimitMinor(),
                        member.customerId(),
                        member.version()))
                .update();
        forget(member.subject());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID memberId) {
        byId(memberId).ifPresent(member -> forget(member.subject()));
        jdbc.sql("delete from known_member where id = ?").param(memberId).update();
    }

    private Optional<KnownMember> read(String subject) {
        return jdbc.sql("select * from known_member where subject = ?")
                .param(subject)
                .query(MemberCopies::map)
                .optional();
    }

    private void forget(@Nullable String subject) {
        if (subject != null) {
            bySubject.invalidate(subject);
        }
    }

    private static KnownMember map(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime verifiedAt = row.getObject("verified_at", OffsetDateTime.class);
        return new KnownMember(
                row.getObject("id", UUID.class),
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
}
