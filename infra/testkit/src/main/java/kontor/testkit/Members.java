package kontor.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Members as a service under test knows them. With Kafka each is told on identity's state topic and awaited in the
 * service's copy, so that every listener hears of him; without Kafka his row is written straight into {@code
 * known_member}.
 */
public final class Members {

    private static final String TOPIC = "kontor.identity.members.v1";
    private static final String TYPE = "kontor.identity.members-state.v1";
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);

    private final KnownMemberRows rows;
    private final @Nullable TopicWriter topics;

    Members(TestDatabase database, @Nullable TopicWriter topics) {
        rows = new KnownMemberRows(database);
        this.topics = topics;
    }

    /** Verified and active, debt limit -2000. */
    public Member verified() {
        return tell(Member.registered().verified());
    }

    /** Verified and active with this debt limit in minor units. */
    public Member withLimit(long minor) {
        return tell(Member.registered().verified().limit(minor));
    }

    /** Verified and active, may owe any amount. */
    public Member withoutLimit() {
        return tell(Member.registered().verified().limit(null));
    }

    /** An admin. */
    public Member admin() {
        return tell(Member.registered().verified().admin(true));
    }

    /** Registered, not verified. */
    public Member unverified() {
        return tell(Member.registered());
    }

    /** Verified, in a rank that is not active. */
    public Member inactive() {
        return tell(Member.registered().verified().inactive());
    }

    /** Verified, in a rank with the system flag. */
    public Member systemMember() {
        return tell(Member.registered().verified().with("systemMember", true));
    }

    /** Staff of this level: 1, 2, or 3 for the chief. */
    public Member support(int level) {
        return tell(Member.registered().verified().with("staffLevel", level));
    }

    /** Verified and active without a log-in: served at the kiosk only, has no token. */
    public Member withoutLogIn() {
        return tell(Member.registered().verified().with("hasLogIn", false).with("subject", null));
    }

    /** With a token, unknown to the service. */
    public Member unknown() {
        return Member.registered();
    }

    /** Tells a changed state under the next version: {@code members.change(ada.admin(false))}. */
    public Member change(Member changed) {
        return tell(changed.next());
    }

    /** Tells that he is deleted: a tombstone, or no row. */
    public void delete(Member member) {
        if (topics == null) {
            rows.delete(member.id());
            return;
        }
        send(topics, member.next(), null);
        Awaitility.await("the service to forget member " + member.id())
                .atMost(HEARD_WITHIN)
                .until(() -> rows.versionOf(member.id()) == 0);
    }

    private Member tell(Member member) {
        if (topics == null) {
            rows.put(member);
            return member;
        }
        send(topics, member, JsonMapper.shared().writeValueAsString(member.state()));
        awaitKnown(member.id(), member.version());
        return member;
    }

    private static void send(TopicWriter topics, Member member, @Nullable String state) {
        topics.send(Fact.of(TOPIC, TYPE, member.id(), member.version(), state));
    }

    private void awaitKnown(UUID id, long version) {
        Awaitility.await("the service to hear of member " + id)
                .atMost(HEARD_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rows.versionOf(id) >= version);
    }

    /** The table in which every service keeps its copy of the members. */
    private static final class KnownMemberRows {

        private static final String PUT = """
                insert into known_member (id, subject, display_name, status, verified, verified_at, active,
                    system_member, admin, staff_level, has_log_in, rank_id, rank_name, debt_limit_minor, customer_id,
                    version)
                values (:memberId::uuid, :subject, :displayName, :status, :verified, :verifiedAt, :active,
                    :systemMember, :admin, :staffLevel, :hasLogIn, :rankId, :rankName, :debtLimitMinor, :customerId,
                    :version)
                on conflict (id) do update set (subject, display_name, status, verified, verified_at, active,
                    system_member, admin, staff_level, has_log_in, rank_id, rank_name, debt_limit_minor, customer_id,
                    version)
                = (excluded.subject, excluded.display_name, excluded.status, excluded.verified, excluded.verified_at,
                    excluded.active, excluded.system_member, excluded.admin, excluded.staff_level,
                    excluded.has_log_in, excluded.rank_id, excluded.rank_name, excluded.debt_limit_minor,
                    excluded.customer_id, excluded.version)
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
}
