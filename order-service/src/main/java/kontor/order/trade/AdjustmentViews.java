package kontor.order.trade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kontor.order.party.Viewer;
import kontor.order.purchase.Adjustment.Direction;
import kontor.order.purchase.PurchaseBook;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads adjustments for those who see their purchase. */
@Component
public class AdjustmentViews {

    private static final Lists.Query ROWS = new Lists.Query("""
            select * from adjustment where purchase_id = :purchaseId
              and (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("at", SortKey.instant("at")));

    private final JdbcClient jdbc;
    private final Lists lists;
    private final PurchaseViews purchases;

    AdjustmentViews(JdbcClient jdbc, Lists lists, PurchaseViews purchases) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.purchases = purchases;
    }

    Page<AdjustmentView> page(long purchaseId, ListRequest request, Viewer viewer) {
        purchases.requireVisible(purchaseId, viewer);
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("purchaseId", purchaseId);
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, AdjustmentViews::map);
    }

    /** {@code not-found} as well for who does not see its purchase. */
    public AdjustmentView one(long purchaseId, long id, Viewer viewer) {
        return jdbc.sql("""
                        select a.* from adjustment a join market_purchase p on p.id = a.purchase_id
                        where a.id = :id and p.id = :purchaseId and\s""" + PurchaseBook.VISIBLE)
                .params(PurchaseViews.params(viewer))
                .param("purchaseId", purchaseId)
                .param("id", id)
                .query(AdjustmentViews::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static AdjustmentView map(ResultSet row, int number) throws SQLException {
        return new AdjustmentView(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("purchase_id"),
                row.getObject("receiver_id", UUID.class),
                Direction.valueOf(row.getString("direction")),
                row.getLong("value_minor"),
                row.getString("reason"),
                PurchaseRows.instant(row, "at"),
                row.getObject("created_by", UUID.class),
                row.getString("state"),
                row.getString("code"),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
