package kontor.catalog.tag;

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

/** Reads tags as callers see them. */
@Component
class TagLists {

    private static final Lists.Query ROWS = new Lists.Query("""
            select id, version, name, is_for_sale, external_source, external_id from tag
            where (cast(:names as text[]) is null or name ilike any(:names))
              and (cast(:forSale as boolean) is null or is_for_sale = :forSale)
              and (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("name", SortKey.text("name")));

    private final Lists lists;
    private final JdbcClient jdbc;

    TagLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<TagView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("names", request.contained("name"));
        params.put("forSale", request.flag("forSale"));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, TagLists::map);
    }

    TagView one(long id) {
        return jdbc.sql("select id, version, name, is_for_sale, external_source, external_id from tag where id = ?")
                .param(id)
                .query(TagLists::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static TagView map(ResultSet row, int number) throws SQLException {
        return new TagView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("name"),
                row.getBoolean("is_for_sale"),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
