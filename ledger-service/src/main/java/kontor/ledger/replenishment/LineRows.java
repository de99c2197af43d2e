package kontor.ledger.replenishment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.ledger.replenishment.CollectionView.LineView;
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

/** Reads lines of collections; whose they are is part of the query. */
@Component
class LineRows {

    private static final String LINES = """
            select l.*, c.at, c.seller_id, c.revoked as collection_revoked
            from replenishment l join replenishment_collection c on c.id = l.collection_id
            """;

    private static final Lists.Query ROWS = new Lists.Query(LINES + """
            where (cast(:owner as uuid) is null or c.seller_id = :owner)
              and (cast(:collections as bigint[]) is null or l.collection_id = any(:collections))
              and (cast(:sellers as uuid[]) is null or c.seller_id = any(:sellers))
              and (cast(:products as bigint[]) is null or l.product_id = any(:products))
              and (cast(:revoked as boolean) is null or l.revoked = :revoked)
              and (cast(:from as timestamptz) is null or c.at >= :from)
              and (cast(:to as timestamptz) is null or c.at < :to)
              and (cast(:externalIds as text[]) is null
                or l.external_source || ':' || l.external_id = any(:externalIds))
            """, "bigint", Map.of("at", SortKey.instant("at")));

    private final JdbcClient jdbc;
    private final Lists lists;

    LineRows(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** A line with what its collection says of it; it counts if neither is revoked. */
    record LineOfSeller(@JsonUnwrapped LineView line, Instant at, UUID sellerId, boolean collectionRevoked) {}

    /** A line and its changes, oldest first, with the values after each. */
    record LineWithHistory(@JsonUnwrapped LineOfSeller line, List<Change> history) {}

    /** One change. */
    record Change(long id, int amount, long totalPriceMinor, boolean revoked, UUID byAdminId, Instant at) {}

    Page<LineOfSeller> page(ListRequest request, Caller caller) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("owner", caller.isAdmin() ? null : caller.memberId());
        params.put("collections", request.longs("collectionId"));
        params.put("sellers", request.uuids("sellerId"));
        params.put("products", request.longs("productId"));
        params.put("revoked", request.flag("revoked"));
        params.put("from", Times.of(request.instant("from")));
        params.put("to", Times.of(request.instant("to")));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, LineRows::mapOfSeller);
    }

    LineWithHistory one(long id, Caller caller) {
        LineOfSeller line = jdbc.sql(LINES + " where l.id = ?")
                .param(id)
                .query(LineRows::mapOfSeller)
                .optional()
                .filter(found -> caller.isAdmin() || caller.isSelf(found.sellerId()))
                .orElseThrow(NotFound::new);
        return new LineWithHistory(line, changes(id));
    }

    /** Lines of these collections, by rising id. */
    List<LineView> of(List<Long> collectionIds) {
        return jdbc.sql("select * from replenishment where collection_id = any(?) order by id")
                .param(collectionIds.toArray(Long[]::new))
                .query(LineRows::map)
                .list();
    }

    private List<Change> changes(long id) {
        return jdbc.sql("""
                        select id, amount, total_price_minor, revoked, by_admin_id, at from replenishment_change
                        where replenishment_id = ? order by id
                        """)
                .param(id)
                .query((row, n) -> new Change(
                        row.getLong("id"),
                        row.getInt("amount"),
                        row.getLong("total_price_minor"),
                        row.getBoolean("revoked"),
                        row.getObject("by_admin_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static LineOfSeller mapOfSeller(ResultSet row, int number) throws SQLException {
        return new LineOfSeller(
                map(row, number),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("seller_id", UUID.class),
                row.getBoolean("collection_revoked"));
    }

    private static LineView map(ResultSet row, int number) throws SQLException {
        return new LineView(
                row.getLong("id"),
                row.getLong("collection_id"),
                row.getLong("product_id"),
                row.getInt("amount"),
                row.getLong("total_price_minor"),
                row.getBoolean("revoked"),
                row.getString("external_source"),
                row.getString("external_id"),
                row.getLong("version"));
    }
}
