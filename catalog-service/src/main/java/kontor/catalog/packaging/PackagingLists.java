package kontor.catalog.packaging;

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

/** Reads packagings as callers see them. */
@Component
class PackagingLists {

    private static final String COLUMNS = """
            select id, version, name, length_mm, width_mm, height_mm, weight_g, active, external_source, external_id
            from packaging
            """;

    private static final Lists.Query ROWS =
            new Lists.Query(COLUMNS + """
                    where (cast(:names as text[]) is null or name ilike any(:names))
                      and (cast(:active as boolean) is null or active = :active)
                      and (cast(:externalIds as text[]) is null
                        or external_source || ':' || external_id = any(:externalIds))
                    """, "bigint", Map.of("name", SortKey.text("name")));

    private final Lists lists;
    private final JdbcClient jdbc;

    PackagingLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<PackagingView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("names", request.contained("name"));
        params.put("active", request.flag("active"));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, PackagingLists::map);
    }

    PackagingView one(long id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(PackagingLists::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static PackagingView map(ResultSet row, int number) throws SQLException {
        return new PackagingView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("name"),
                row.getInt("length_mm"),
                row.getInt("width_mm"),
                row.getInt("height_mm"),
                row.getInt("weight_g"),
                row.getBoolean("active"),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
