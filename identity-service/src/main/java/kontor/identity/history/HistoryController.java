package kontor.identity.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kontor.identity.state.Addressed;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what admins did to a member, oldest first. */
@RestController
@RequestMapping("/api/v1/members/{id}/history")
class HistoryController {

    /** A member's histories are short: an admin wrote every row by hand. */
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    HistoryController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping
    @Access(Who.SIGNED_IN)
    History of(@PathVariable String id, Caller caller) {
        UUID memberId = Addressed.selfOrByAdmin(id, caller);
        if (rows("select 1 from member where id = ?", memberId, (row, n) -> row.getInt(1))
                .isEmpty()) {
            throw new NotFound();
        }
        return new History(
                rows("select * from member_verification where member_id = ?", memberId, HistoryController::verification)
                        .stream()
                        .findFirst()
                        .orElse(null),
                rows("select * from rank_change where member_id = ?", memberId, HistoryController::rank),
                rows("select * from admin_change where member_id = ?", memberId, HistoryController::admin),
                rows("select * from staff_grant_change where member_id = ?", memberId, HistoryController::grant));
    }

    private <T> List<T> rows(String sql, UUID memberId, RowMapper<T> mapper) {
        String ordered = sql.startsWith("select 1") ? sql : sql + " order by at, id limit " + MOST;
        return jdbc.sql(ordered).param(memberId).query(mapper).list();
    }

    private static Verification verification(ResultSet row, int number) throws SQLException {
        return new Verification(row.getLong("id"), by(row), at(row));
    }

    private static RankStep rank(ResultSet row, int number) throws SQLException {
        return new RankStep(row.getLong("id"), row.getLong("rank_id"), by(row), at(row));
    }

    private static AdminStep admin(ResultSet row, int number) throws SQLException {
        return new AdminStep(row.getLong("id"), row.getBoolean("is_admin"), by(row), at(row));
    }

    private static GrantStep grant(ResultSet row, int number) throws SQLException {
        return new GrantStep(
                row.getLong("id"), row.getString("grant_code"), row.getBoolean("granted"), by(row), at(row));
    }

    private static UUID by(ResultSet row) throws SQLException {
        return row.getObject("by_admin_id", UUID.class);
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    /** The four histories of one member. */
    record History(
            @Nullable Verification verification, List<RankStep> ranks, List<AdminStep> admin, List<GrantStep> grants) {}

    /** He was verified. */
    record Verification(long id, UUID byAdminId, Instant at) {}

    /** He got a rank. */
    record RankStep(long id, long rankId, UUID byAdminId, Instant at) {}

    /** He became an admin or ceased to be one. */
    record AdminStep(long id, boolean admin, UUID byAdminId, Instant at) {}

    /** A grant was given or taken. */
    record GrantStep(long id, String grant, boolean granted, UUID byAdminId, Instant at) {}
}
