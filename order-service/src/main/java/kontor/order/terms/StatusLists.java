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

/** Reads statuses as callers see them. */
@Component
class StatusLists {

    private static final String STATUSES = "select * from order_status ";

    private static final Lists.Query ROWS = new Lists.Query(
            STATUSES + """
                    where (cast(:externalIds as text[]) is null
                        or external_source || ':' || external_id = any(:externalIds))
                    """, "bigint", Map.of("position", SortKey.number("position"), "name", SortKey.text("name")));

    private final Lists lists;
    private final JdbcClient jdbc;

    StatusLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    /** A status; orders and items show its code. */
    record StatusView(
            long id,
            long version,
            String code,
            String name,
            int position,
            @Nullable String externalSource,
            @Nullable String externalId) {

        private static StatusView map(ResultSet row, int number) throws SQLException {
            return new StatusView(
                    row.getLong("id"),
                    row.getLong("version"),
                    row.getString("code"),
                    row.getString("name"),
                    row.getInt("position"),
                    row.getString("external_source"),
                    row.getString("external_id"));
        }
    }

    Page<StatusView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, StatusView::map);
    }

    StatusView one(long id) {
        return jdbc.sql(STATUSES + "where id = ?")
                .param(id)
                .query(StatusView::map)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
