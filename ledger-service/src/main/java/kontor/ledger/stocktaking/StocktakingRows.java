package kontor.ledger.stocktaking;

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
import kontor.platform.store.Times;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads stocktakings and their lines. */
@Component
class StocktakingRows {

    private static final Lists.Query ROWS = new Lists.Query("""
            select * from stocktaking_collection
            where (cast(:revoked as boolean) is null or revoked = :revoked)
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:to as timestamptz) is null or at < :to)
              and (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("at", SortKey.instant("at")));

    private final JdbcClient jdbc;
    private final Lists lists;

    StocktakingRows(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** A stocktaking with its lines and its switches, oldest first. */
    record StocktakingWithHistory(
            @JsonUnwrapped StocktakingView stocktaking, List<CountView> lines, List<StocktakingSwitchView> history) {}

    /** One switch. */
    record StocktakingSwitchView(long id, boolean revoked, UUID byAdminId, Instant at) {}

    /** A line, which is edited under the version of its stocktaking. */
    record CountOfVersion(long productId, int count, boolean keepActive, long version) {

        static CountOfVersion of(CountView line, long version) {
            return new CountOfVersion(line.productId(), line.count(), line.keepActive(), version);
        }
    }

    Page<StocktakingView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("revoked", request.flag("revoked"));
        params.put("from", Times.of(request.instant("from")));
        params.put("to", Times.of(request.instant("to")));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, StocktakingRows::map);
    }

    StocktakingWithHistory one(long id) {
        StocktakingView stocktaking = jdbc.sql("select * from stocktaking_collection where id = ?")
                .param(id)
                .query(StocktakingRows::map)
                .optional()
                .orElseThrow(NotFound::new);
        return new StocktakingWithHistory(stocktaking, lines(id), switches(id));
    }

    CountOfVersion line(long id, long productId) {
        return jdbc.sql("""
                        select l.*, c.version from stocktaking l join stocktaking_collection c on c.id = l.collection_id
                        where l.collection_id = ? and l.product_id = ?
                        """)
                .params(id, productId)
                .query((row, n) -> CountOfVersion.of(count(row, n), row.getLong("version")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private List<CountView> lines(long id) {
        return jdbc.sql("select * from stocktaking where collection_id = ? order by product_id")
                .param(id)
                .query(StocktakingRows::count)
                .list();
    }

    private List<StocktakingSwitchView> switches(long id) {
        return jdbc.sql("""
                        select id, revoked, by_admin_id, at from stocktaking_revocation
                        where collection_id = ? order by id
                        """)
                .param(id)
                .query((row, n) -> new StocktakingSwitchView(
                        row.getLong("id"),
                        row.getBoolean("revoked"),
                        row.getObject("by_admin_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static CountView count(ResultSet row, int number) throws SQLException {
        return new CountView(row.getLong("product_id"), row.getInt("count"), row.getBoolean("keep_active"));
    }

    private static StocktakingView map(ResultSet row, int number) throws SQLException {
        return new StocktakingView(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("by_admin_id", UUID.class),
                row.getBoolean("revoked"),
                row.getString("external_source"),
                row.getString("external_id"),
                row.getLong("version"));
    }
}
