package kontor.order.terms;

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

/** Reads payment methods as callers see them. */
@Component
class MethodLists {

    private static final String METHODS = """
            select m.*, exists (select from retail_order o where o.payment_method_id = m.id) as used
            from payment_method m
            """;

    private static final Lists.Query ROWS =
            new Lists.Query("select * from (" + METHODS + """
                    ) m
                    where (cast(:methods as text[]) is null or method ilike any(:methods))
                      and (cast(:active as boolean) is null or active = :active)
                      and (cast(:used as boolean) is null or used = :used)
                      and (cast(:externalIds as text[]) is null
                        or external_source || ':' || external_id = any(:externalIds))
                    """, "bigint", Map.of("method", SortKey.text("method")));

    private final Lists lists;
    private final JdbcClient jdbc;

    MethodLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<MethodView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("methods", request.contained("method"));
        params.put("active", request.flag("active"));
        params.put("used", request.flag("used"));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, MethodLists::map);
    }

    MethodView one(long id) {
        return jdbc.sql(METHODS + "where m.id = ?")
                .param(id)
                .query(MethodLists::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static MethodView map(ResultSet row, int number) throws SQLException {
        return new MethodView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("method"),
                row.getInt("deadline_days"),
                row.getString("means_code"),
                row.getBoolean("active"),
                row.getBoolean("used"),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
