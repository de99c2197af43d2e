package kontor.identity.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kontor.platform.Rejection.Fault;
import kontor.platform.rejection.InvalidField;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads members: whole for themselves and admins, the four public fields for others, who may be served for the kiosk
 * (I-18).
 */
@Component
public class MemberViews {

    /** What members see of each other. */
    record Public(UUID id, String displayName, @Nullable Long pictureUploadId, Instant memberSince) {}

    /** What a terminal needs to show whom it serves. */
    record Served(
            UUID id,
            @Nullable String firstName,
            String lastName,
            long rankId,
            @Nullable Long pictureUploadId) {}

    private static final String COLUMNS = """
            select m.id, m.registration_no, m.created_at, m.subject, m.first_name, m.last_name, s.display_name, m.login,
                m.email, m.has_log_in, m.picture_upload_id, m.status, s.verified, s.verified_at, s.rank_id, s.active,
                s.system_member, s.admin, s.staff_level, s.customer_id, m.external_source, m.external_id, m.version
            from member m join member_state s on s.member_id = m.id
            """;

    private static final String FILTERS = """
            where (cast(:names as text[]) is null or s.display_name ilike any(:names))
              and (cast(:rankIds as bigint[]) is null or s.rank_id = any(:rankIds))
              and (cast(:verified as boolean) is null or s.verified = :verified)
              and (cast(:active as boolean) is null or s.active = :active)
              and (cast(:admin as boolean) is null or s.admin = :admin)
              and (cast(:hasLogIn as boolean) is null or m.has_log_in = :hasLogIn)
              and (cast(:externalIds as text[]) is null or m.external_source || ':' || m.external_id = any(:externalIds))
            """;

    private static final Map<String, SortKey> SORTS = Map.of(
            "lastName", SortKey.text("last_name"),
            "firstName", SortKey.text("first_name"),
            "createdAt", SortKey.instant("created_at"));

    private static final Lists.Query ALL = new Lists.Query(COLUMNS + FILTERS, "uuid", SORTS);
    private static final Lists.Query SERVED =
            new Lists.Query(COLUMNS + FILTERS + "and s.active and not s.system_member", "uuid", SORTS);

    /** A caller filters and sorts only on fields he may read (G-30). */
    private static final List<String> HIDDEN_FROM_KIOSK =
            List.of("verified", "active", "admin", "hasLogIn", "externalId");

    private final Lists lists;
    private final JdbcClient jdbc;

    MemberViews(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    public Optional<MemberView> whole(UUID id) {
        return jdbc.sql(COLUMNS + "where m.id = ?")
                .param(id)
                .query(MemberViews::mapWhole)
                .optional();
    }

    public boolean isSubjectPresent(String subject) {
        return jdbc.sql("select 1 from member where subject = ?")
                .param(subject)
                .query((row, n) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    /** Empty for who is not verified: to others he does not exist. */
    Optional<Public> ofAnother(UUID id) {
        return jdbc.sql("""
                        select member_id, display_name, picture_upload_id, verified_at from member_state
                        where member_id = ? and verified
                        """)
                .param(id)
                .query((row, n) -> new Public(
                        row.getObject("member_id", UUID.class),
                        row.getString("display_name"),
                        row.getObject("picture_upload_id", Long.class),
                        instant(row, "verified_at")))
                .optional();
    }

    Page<MemberView> all(ListRequest request) {
        return lists.page(request, ALL, params(request), MemberViews::mapWhole);
    }

    Page<Served> served(ListRequest request) {
        List<Fault> hidden = HIDDEN_FROM_KIOSK.stream()
                .filter(request.filters()::containsKey)
                .map(name -> new Fault(name, "unknown-parameter", "You cannot filter by this."))
                .toList();
        if (!hidden.isEmpty()) {
            throw new InvalidField(hidden);
        }
        if (request.sort().equals("createdAt")) {
            throw new InvalidField(List.of(new Fault("sort", "unknown-parameter", "You cannot sort by this.")));
        }
        return lists.page(
                request,
                SERVED,
                params(request),
                (row, n) -> new Served(
                        row.getObject("id", UUID.class),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getLong("rank_id"),
                        row.getObject("picture_upload_id", Long.class)));
    }

    private static Map<String, @Nullable Object> params(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("names", request.contained("name"));
        params.put("rankIds", request.longs("rankId"));
        params.put("verified", request.flag("verified"));
        params.put("active", request.flag("active"));
        params.put("admin", request.flag("admin"));
        params.put("hasLogIn", request.flag("hasLogIn"));
        params.put("externalIds", request.texts("externalId"));
        return params;
    }

    private static MemberView mapWhole(ResultSet row, int number) throws SQLException {
        return new MemberView(
                row.getObject("id", UUID.class),
                row.getLong("registration_no"),
                instant(row, "created_at"),
                row.getString("subject"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("display_name"),
                row.getString("login"),
                row.getString("email"),
                row.getBoolean("has_log_in"),
                row.getObject("picture_upload_id", Long.class),
                row.getString("status"),
                row.getBoolean("verified"),
                row.getBoolean("verified") ? instant(row, "verified_at") : null,
                row.getObject("rank_id", Long.class),
                row.getBoolean("active"),
                row.getBoolean("system_member"),
                row.getBoolean("admin"),
                row.getInt("staff_level"),
                row.getObject("customer_id", Long.class),
                row.getString("external_source"),
                row.getString("external_id"),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
