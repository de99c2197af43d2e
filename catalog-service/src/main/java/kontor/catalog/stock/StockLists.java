package kontor.catalog.stock;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.catalog.core.StockPolicy;
import kontor.catalog.stock.StockView.BaseView;
import kontor.platform.rejection.NotFound;
import kontor.platform.rejection.WrongOrder;
import kontor.platform.store.Times;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads stocks and their moves. */
@Component
class StockLists {

    private static final List<String> KINDS =
            Arrays.stream(MoveKind.values()).map(Enum::name).toList();

    private static final String COLUMNS = """
            select id, product_id, kind, delta, at, recorded_at, business_ref, reason, external_source, external_id
            from stock_move
            """;

    private static final Lists.Query MOVES = new Lists.Query(
            COLUMNS + """
                    where product_id = :productId
                      and (cast(:kinds as text[]) is null or kind = any(:kinds))
                      and (cast(:from as timestamptz) is null or at >= :from)
                      and (cast(:to as timestamptz) is null or at < :to)
                      and (cast(:externalIds as text[]) is null
                        or external_source || ':' || external_id = any(:externalIds))
                    """, "bigint", Map.of("at", SortKey.instant("at"), "recordedAt", SortKey.instant("recorded_at")));

    private static final String STOCK = """
            select p.id, p.stock_policy, s.on_hand, s.reserved, s.base_stocktaking_id, s.base_count, s.base_at
            from product p left join stock s on s.product_id = p.id and s.tracked
            where p.id = ? and p.withdrawn_at is null and (p.active or ?)
            """;

    private static final String VOLUME = """
            select coalesce(round(sum(s.on_hand * p.package_volume_m3), 4), 0.0000)
            from stock s join product p on p.id = s.product_id
            where s.tracked and p.withdrawn_at is null
            """;

    private final Lists lists;
    private final JdbcClient jdbc;

    StockLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    /** @param inactiveToo whether the caller may see the stock of an inactive product */
    StockView stock(long productId, boolean inactiveToo) {
        return jdbc.sql(STOCK)
                .param(productId)
                .param(inactiveToo)
                .query(StockLists::stock)
                .optional()
                .orElseThrow(NotFound::new);
    }

    Page<MoveView> moves(long productId, ListRequest request) {
        @Nullable Instant from = request.instant("from");
        @Nullable Instant to = request.instant("to");
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("productId", stock(productId, true).productId());
        params.put("kinds", request.words("kind", KINDS));
        params.put("from", Times.of(from));
        params.put("to", Times.of(to));
        params.put("externalIds", request.texts("externalId"));
        if (from != null && to != null && !from.isBefore(to)) {
            throw new WrongOrder();
        }
        return lists.page(request, MOVES, params, StockLists::move);
    }

    MoveView move(long productId, long moveId) {
        return jdbc.sql(COLUMNS + "where product_id = ? and id = ?")
                .param(stock(productId, true).productId())
                .param(moveId)
                .query(StockLists::move)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Of all that is on hand, in cubic metres with 4 decimals (C-10). */
    BigDecimal packedVolume() {
        return jdbc.sql(VOLUME).query((row, n) -> row.getBigDecimal(1)).single();
    }

    private static StockView stock(ResultSet row, int number) throws SQLException {
        StockPolicy policy = StockPolicy.valueOf(row.getString("stock_policy"));
        @Nullable Integer onHand = row.getObject("on_hand", Integer.class);
        if (onHand == null) {
            return new StockView(row.getLong("id"), policy, null, null, null, null);
        }
        int reserved = row.getInt("reserved");
        return new StockView(row.getLong("id"), policy, onHand, reserved, onHand - reserved, base(row));
    }

    private static @Nullable BaseView base(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject("base_at", OffsetDateTime.class);
        return at == null
                ? null
                : new BaseView(
                        row.getObject("base_stocktaking_id", Long.class), row.getInt("base_count"), at.toInstant());
    }

    private static MoveView move(ResultSet row, int number) throws SQLException {
        return new MoveView(
                row.getLong("id"),
                row.getLong("product_id"),
                row.getString("kind"),
                row.getInt("delta"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("business_ref"),
                row.getString("reason"),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
