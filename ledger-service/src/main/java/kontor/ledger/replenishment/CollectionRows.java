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
import java.util.stream.Collectors;
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

/** Reads collections with their lines; whose they are is part of the query. */
@Component
class CollectionRows {

    private static final Lists.Query ROWS = new Lists.Query("""
            select * from replenishment_collection c
            where (cast(:owner as uuid) is null or seller_id = :owner)
              and (cast(:sellers as uuid[]) is null or seller_id = any(:sellers))
              and (cast(:products as bigint[]) is null
                or exists (select from replenishment l where l.collection_id = c.id and l.product_id = any(:products)))
              and (cast(:revoked as boolean) is null or revoked = :revoked)
              and (cast(:comments as text[]) is null or comment ilike any(:comments))
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:to as timestamptz) is null or at < :to)
              and (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("at", SortKey.instant("at")));

    private final JdbcClient jdbc;
    private final Lists lists;
    private final LineRows lines;

    CollectionRows(JdbcClient jdbc, Lists lists, LineRows lines) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.lines = lines;
    }

    /** A collection and its switches, oldest first. */
    record CollectionWithHistory(@JsonUnwrapped CollectionView collection, List<CollectionSwitchView> history) {}

    /** One switch; System switches a collection along with its lines (L-21, L-22). */
    record CollectionSwitchView(long id, boolean revoked, UUID byAdminId, Instant at) {}

    Page<CollectionView> page(ListRequest request, Caller caller) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("owner", caller.isAdmin() ? null : caller.memberId());
        params.put("sellers", request.uuids("sellerId"));
        params.put("products", request.longs("productId"));
        params.put("revoked", request.flag("revoked"));
        params.put("comments", request.contained("comment"));
        params.put("from", Times.of(request.instant("from")));
        params.put("to", Times.of(request.instant("to")));
        params.put("externalIds", request.texts("externalId"));
        Page<CollectionView> bare = lists.page(request, ROWS, params, CollectionRows::map);
        return new Page<>(withLines(bare.items()), bare.next(), bare.total());
    }

    CollectionWithHistory one(long id, Caller caller) {
        CollectionView collection = jdbc.sql("select * from replenishment_collection where id = ?")
                .param(id)
                .query(CollectionRows::map)
                .optional()
                .filter(found -> caller.isAdmin() || caller.isSelf(found.sellerId()))
                .orElseThrow(NotFound::new);
        return new CollectionWithHistory(withLines(List.of(collection)).getFirst(), switches(id));
    }

    private List<CollectionView> withLines(List<CollectionView> collections) {
        Map<Long, List<LineView>> found = lines
                .of(collections.stream().map(CollectionView::id).toList())
                .stream()
                .collect(Collectors.groupingBy(LineView::collectionId));
        return collections.stream()
                .map(collection -> collection.with(found.getOrDefault(collection.id(), List.of())))
                .toList();
    }

    private List<CollectionSwitchView> switches(long id) {
        return jdbc.sql("""
                        select id, revoked, by_admin_id, at from replenishment_collection_revocation
                        where collection_id = ? order by id
                        """)
                .param(id)
                .query((row, n) -> new CollectionSwitchView(
                        row.getLong("id"),
                        row.getBoolean("revoked"),
                        row.getObject("by_admin_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static CollectionView map(ResultSet row, int number) throws SQLException {
        return new CollectionView(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("seller_id", UUID.class),
                row.getObject("by_admin_id", UUID.class),
                row.getString("comment"),
                row.getBoolean("revoked"),
                0,
                row.getString("external_source"),
                row.getString("external_id"),
                row.getLong("version"),
                List.of());
    }
}
