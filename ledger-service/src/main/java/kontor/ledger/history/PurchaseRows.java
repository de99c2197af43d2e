package kontor.ledger.history;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.ledger.purchase.EnteredVia;
import kontor.ledger.purchase.PurchaseView;
import kontor.ledger.ticket.TicketAssignments;
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

/** Reads purchases; whose they are is part of the query. */
@Component
class PurchaseRows {

    private static final Lists.Query ROWS = new Lists.Query("""
            select * from shelf_purchase
            where (cast(:owner as uuid) is null or member_id = :owner)
              and (cast(:members as uuid[]) is null or member_id = any(:members))
              and (cast(:products as bigint[]) is null or product_id = any(:products))
              and (cast(:admins as uuid[]) is null or admin_id = any(:admins))
              and (cast(:revoked as boolean) is null or revoked = :revoked)
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:to as timestamptz) is null or at < :to)
              and (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("at", SortKey.instant("at")));

    private final JdbcClient jdbc;
    private final Lists lists;
    private final TicketAssignments tickets;

    PurchaseRows(JdbcClient jdbc, Lists lists, TicketAssignments tickets) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.tickets = tickets;
    }

    Page<PurchaseView> page(ListRequest request, Caller caller) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("owner", caller.isAdmin() ? null : caller.memberId());
        params.put("members", request.uuids("memberId"));
        params.put("products", request.longs("productId"));
        params.put("admins", request.uuids("adminId"));
        params.put("revoked", request.flag("revoked"));
        params.put("from", Times.of(request.instant("from")));
        params.put("to", Times.of(request.instant("to")));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, PurchaseRows::map);
    }

    /** Staff reads what its tickets are about (G-23); asked for first, so that an absent one takes no less time. */
    PurchaseWithHistory one(long id, Caller caller) {
        boolean isAssigned = tickets.has(caller, id);
        PurchaseView purchase = jdbc.sql("select * from shelf_purchase where id = :id")
                .param("id", id)
                .query(PurchaseRows::map)
                .optional()
                .filter(found -> isAssigned || caller.isAdmin() || caller.isSelf(found.memberId()))
                .orElseThrow(NotFound::new);
        return new PurchaseWithHistory(purchase, switches(id));
    }

    private List<PurchaseWithHistory.PurchaseSwitchView> switches(long id) {
        return jdbc.sql("""
                        select id, revoked, actor_id, reason, at from shelf_purchase_revocation
                        where purchase_id = ? order by id
                        """)
                .param(id)
                .query((row, n) -> new PurchaseWithHistory.PurchaseSwitchView(
                        row.getLong("id"),
                        row.getBoolean("revoked"),
                        row.getObject("actor_id", UUID.class),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static PurchaseView map(ResultSet row, int number) throws SQLException {
        return new PurchaseView(
                row.getLong("id"),
                row.getLong("cart_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getObject("member_id", UUID.class),
                row.getLong("product_id"),
                row.getLong("product_version"),
                row.getInt("amount"),
                row.getLong("unit_net_minor"),
                new BigDecimal(
                        row.getBigDecimal("vat_percentage").stripTrailingZeros().toPlainString()),
                row.getLong("unit_price_minor"),
                row.getLong("total_minor"),
                row.getObject("admin_id", UUID.class),
                EnteredVia.valueOf(row.getString("entered_via")),
                row.getString("terminal"),
                row.getBoolean("revoked"),
                row.getString("external_source"),
                row.getString("external_id"),
                row.getLong("version"));
    }
}
