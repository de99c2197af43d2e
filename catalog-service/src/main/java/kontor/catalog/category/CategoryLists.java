package kontor.catalog.category;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads categories, flat or as trees. */
@Component
class CategoryLists {

    private static final long TOP = 0;

    private static final String COLUMNS = """
            select c.id, c.version, c.name, c.parent_id, c.external_source, c.external_id,
                (select count(*) from product p where p.category_id = c.id and p.withdrawn_at is null) as product_count
            from category c
            """;

    private static final Lists.Query ROWS =
            new Lists.Query(COLUMNS + """
                    where (cast(:names as text[]) is null or c.name ilike any(:names))
                      and (cast(:parentIds as bigint[]) is null or c.parent_id = any(:parentIds))
                      and (not :top or c.parent_id is null)
                      and (cast(:externalIds as text[]) is null
                        or c.external_source || ':' || c.external_id = any(:externalIds))
                    """, "bigint", Map.of("name", SortKey.text("name")));

    private final Lists lists;
    private final JdbcClient jdbc;

    CategoryLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    /** Flat, or as a page of the top level with everything below it. */
    Page<CategoryView> page(ListRequest request) {
        boolean trees = Boolean.TRUE.equals(request.flag("tree"));
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("names", request.contained("name"));
        params.put("parentIds", request.longs("parentId"));
        params.put("top", trees);
        params.put("externalIds", request.texts("externalId"));
        Page<CategoryView> page = lists.page(request, ROWS, params, CategoryLists::map);
        return trees ? new Page<>(grown(page.items()), page.next(), page.total()) : page;
    }

    CategoryView one(long id, boolean descendants) {
        CategoryView category = jdbc.sql(COLUMNS + "where c.id = ?")
                .param(id)
                .query(CategoryLists::map)
                .optional()
                .orElseThrow(NotFound::new);
        return descendants ? grown(List.of(category)).getFirst() : category;
    }

    /** With everything below, which one query brings. */
    private List<CategoryView> grown(Collection<CategoryView> roots) {
        Map<Long, List<CategoryView>> byParent = jdbc
                .sql(COLUMNS + """
                        where c.id in (select sub from unnest(cast(? as bigint[])) root, category_subtree(root) sub)
                        order by lower(c.name), c.id
                        """)
                .param(roots.stream().map(CategoryView::id).toArray(Long[]::new))
                .query(CategoryLists::map)
                .list()
                .stream()
                .collect(Collectors.groupingBy(view -> view.parentId() == null ? TOP : view.parentId()));
        return roots.stream().map(root -> grow(root, byParent)).toList();
    }

    private static CategoryView grow(CategoryView node, Map<Long, List<CategoryView>> byParent) {
        return node.with(byParent.getOrDefault(node.id(), List.of()).stream()
                .map(child -> grow(child, byParent))
                .toList());
    }

    private static CategoryView map(ResultSet row, int number) throws SQLException {
        return new CategoryView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("name"),
                row.getObject("parent_id", Long.class),
                row.getInt("product_count"),
                row.getString("external_source"),
                row.getString("external_id"),
                null);
    }
}
