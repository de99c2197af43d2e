package kontor.testkit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table in which every service keeps its copy of the members. */
final class KnownMemberRows {

    private static final String PUT = """
            insert into known_member (id, subject, display_name, status, verified, verified_at, active, system_member,
                admin, staff_level, has_log_in, rank_id, rank_name, debt_limit_minor, customer_id, version)
            values (:memberId::uuid, :subject, :displayName, :status, :verified, :verifiedAt, :active, :systemMember,
                :admin, :staffLevel, :hasLogIn, :rankId, :rankName, :debtLimitMinor, :customerId, :version)
            on conflict (id) do update set (subject, display_name, status, verified, verified_at, active, system_member,
                admin, staff_level, has_log_in, rank_id, rank_name, debt_limit_minor, customer_id, version)
            = (excluded.subject, excluded.display_name, excluded.status, excluded.verified, excluded.verified_at,
                excluded.active, excluded.system_member, excluded.admin, excluded.staff_level, excluded.has_log_in,
                excluded.rank_id, excluded.rank_name, excluded.debt_limit_minor, excluded.customer_id, excluded.version)
            """;

    private final JdbcClient owner;

    KnownMemberRows(TestDatabase database) {
        owner = database.asOwner();
    }

    void put(Member member) {
        Map<String, @Nullable Object> state =
                member.with("verifiedAt", instant(member)).state();
        owner.sql(PUT).params(state).update();
    }

    void delete(UUID id) {
        owner.sql("delete from known_member where id = :id").param("id", id).update();
    }

    /** 0 when the service does not know him. */
    long versionOf(UUID id) {
        return owner.sql("select version from known_member where id = :id")
                .param("id", id)
                .query((row, index) -> row.getLong(1))
                .optional()
                .orElse(0L);
    }

    private static @Nullable OffsetDateTime instant(Member member) {
        return member.state().get("verifiedAt") instanceof String text
                ? Instant.parse(text).atOffset(ZoneOffset.UTC)
                : null;
    }
}
