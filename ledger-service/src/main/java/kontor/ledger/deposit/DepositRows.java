package kontor.ledger.deposit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import kontor.platform.store.Times;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads deposits; whose they are is part of the query. */
@Component
class DepositRows {

    private static final Lists.Query ROWS = new Lists.Query("""
            select * from deposit
            where (cast(:owner as uuid) is null or member_id = :owner)
              and (cast(:members as uuid[]) is null or member_id = any(:members))
              and (cast(:statuses as text[]) is null or status = any(:statuses))
              and (cast(:revoked as boolean) is null or revoked = :revoked)
              and (cast(:comments as text[]) is null or comment ilike any(:comments))
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:to as timestamptz) is null or at < :to)
              and (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("at", SortKey.instant("at")));

    private static final List<String> STATUSES = List.of("BOOKED", "PENDING", "REJECTED");

    private final JdbcClient jdbc;
    private final Lists lists;

    DepositRows(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** A deposit and its switches, oldest first. */
    record DepositWithHistory(@JsonUnwrapped DepositView deposit, List<DepositSwitchView> history) {}

    /** One switch. */
    record DepositSwitchView(long id, boolean revoked, UUID byAdminId, Instant at) {}

    Page<DepositView> page(ListRequest request, Caller caller) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("owner", caller.isAdmin() ? null : caller.memberId());
        params.put("members", request.uuids("memberId"));
        params.put("statuses", request.words("status", STATUSES));
        params.put("revoked", request.flag("revoked"));
        params.put("comments", request.contained("comment"));
        params.put("from", Times.of(request.instant("from")));
        params.put("to", Times.of(request.instant("to")));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, DepositRows::map);
    }

    DepositWithHistory one(long id, Caller caller) {
        DepositView deposit = jdbc.sql("select * from deposit where id = ?")
                .param(id)
                .query(DepositRows::map)
                .optional()
                .filter(found -> caller.isAdmin() || caller.isSelf(found.memberId()))
                .orElseThrow(NotFound::new);
        return new DepositWithHistory(deposit, switches(id));
    }

    private List<DepositSwitchView> switches(long id) {
        return jdbc.sql("select id, revoked, by_admin_id, at from deposit_revocation where deposit_id = ? order by id")
                .param(id)
                .query((row, n) -> new DepositSwitchView(
                        row.getLong("id"),
                        row.getBoolean("revoked"),
                        row.getObject("by_admin_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static DepositView map(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new DepositView(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("member_id", UUID.class),
                row.getObject("by_admin_id", UUID.class),
                row.getLong("amount_minor"),
                row.getString("comment"),
                row.getBoolean("revoked"),
                DepositStatus.valueOf(row.getString("status")),
                row.getObject("decided_by", UUID.class),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getObject("batch_id", Long.class),
                row.getString("external_source"),
                row.getString("external_id"),
                row.getLong("version"));
    }
}
