package kontor.catalog.price;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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

/** Reads price histories. */
@Component
class PriceLists {

    private static final Lists.Query ROWS =
            new Lists.Query("""
            select id, product_id, amount_minor, valid_from, by_admin_id, external_source, external_id from product_price
            where product_id = :productId
              and (cast(:from as timestamptz) is null or valid_from >= :from)
              and (cast(:to as timestamptz) is null or valid_from < :to)
              and (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("validFrom", SortKey.instant("valid_from")));

    private static final String ONE = """
            select r.id, r.product_id, r.amount_minor, r.valid_from, r.by_admin_id, r.external_source, r.external_id
            from product_price r join product p on p.id = r.product_id and p.withdrawn_at is null
            where r.product_id = ? and r.id = ?
            """;

    private final Lists lists;
    private final JdbcClient jdbc;

    PriceLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<PriceView> page(long productId, ListRequest request) {
        @Nullable Instant from = request.instant("from");
        @Nullable Instant to = request.instant("to");
        requireProduct(productId);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new WrongOrder();
        }
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("productId", productId);
        params.put("from", Times.of(from));
        params.put("to", Times.of(to));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, PriceLists::map);
    }

    PriceView one(long productId, long priceId) {
        return jdbc.sql(ONE)
                .param(productId)
                .param(priceId)
                .query(PriceLists::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void requireProduct(long id) {
        boolean known = jdbc.sql("select exists (select from product where id = ? and withdrawn_at is null)")
                .param(id)
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (!known) {
            throw new NotFound();
        }
    }

    private static PriceView map(ResultSet row, int number) throws SQLException {
        return new PriceView(
                row.getLong("id"),
                row.getLong("product_id"),
                row.getLong("amount_minor"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                row.getObject("by_admin_id", UUID.class),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
