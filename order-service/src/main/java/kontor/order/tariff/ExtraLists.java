package kontor.order.tariff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads extras as callers see them. */
@Component
class ExtraLists {

    private static final String EXTRAS = "select * from shipping_extra ";

    private static final Lists.Query ROWS = new Lists.Query(
            EXTRAS + """
                    where (cast(:tariffs as bigint[]) is null or tariff_id = any(:tariffs))
                      and (cast(:externalIds as text[]) is null
                        or external_source || ':' || external_id = any(:externalIds))
                    """, "bigint", Map.of("name", SortKey.text("name"), "priceMinor", SortKey.number("price_minor")));

    private final Lists lists;
    private final JdbcClient jdbc;

    ExtraLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    /** Something that can be added to a tariff; price in minor units. */
    record ExtraView(
            Long id,
            Long tariffId,
            String name,
            Long priceMinor,
            @Nullable String externalSource,
            @Nullable String externalId) {

        private static ExtraView map(ResultSet row, int number) throws SQLException {
            return new ExtraView(
                    row.getLong("id"),
                    row.getLong("tariff_id"),
                    row.getString("name"),
                    row.getLong("price_minor"),
                    row.getString("external_source"),
                    row.getString("external_id"));
        }
    }

    Page<ExtraView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("tariffs", request.longs("tariffId"));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, ExtraView::map);
    }

    ExtraView one(long id) {
        return jdbc.sql(EXTRAS + "where id = ?")
                .param(id)
                .query(ExtraView::map)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
