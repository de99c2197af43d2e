package kontor.order.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kontor.order.party.Viewer;
import kontor.order.trade.PurchaseViews;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads logs of purchases for those who see the purchase. */
@Component
class PurchaseLogRows {

    private static final Lists.Query ROWS = new Lists.Query("""
            select id, actor_id, action, detail, at, external_source, external_id from purchase_log
            where purchase_id = :purchaseId
              and (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("at", SortKey.instant("at")));

    private final PurchaseViews views;
    private final Lists lists;

    PurchaseLogRows(PurchaseViews views, Lists lists) {
        this.views = views;
        this.lists = lists;
    }

    /**
     * A move.
     *
     * @param detail old and new value, such as {@code OPEN -> PAID}; of an adjustment its value in minor units
     */
    record PurchaseLogRow(
            long id,
            UUID actorId,
            PurchaseLog.Action action,
            String detail,
            Instant at,
            @Nullable String externalSource,
            @Nullable String externalId) {

        private static PurchaseLogRow map(ResultSet row, int number) throws SQLException {
            return new PurchaseLogRow(
                    row.getLong("id"),
                    row.getObject("actor_id", UUID.class),
                    PurchaseLog.Action.of(row.getString("action")),
                    row.getString("detail"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("external_source"),
                    row.getString("external_id"));
        }
    }

    Page<PurchaseLogRow> page(long purchaseId, ListRequest request, Viewer viewer) {
        views.requireVisible(purchaseId, viewer);
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("purchaseId", purchaseId);
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, PurchaseLogRow::map);
    }
}
