package kontor.catalog.category;

import java.util.HashMap;
import java.util.Map;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The categories by number of their direct products. */
@Component
class CategoryRanking {

    private static final Lists.Query ROWS = new Lists.Query("""
            select c.id, c.version, c.name, n.products,
                row_number() over (order by n.products desc, lower(c.name), c.id) as rank
            from category c
            join (select category_id, count(*) as products from product where withdrawn_at is null group by category_id) n
                on n.category_id = c.id
            """, "bigint", Map.of("rank", SortKey.number("rank")));

    private final Lists lists;

    CategoryRanking(Lists lists) {
        this.lists = lists;
    }

    Page<Row> page(ListRequest request) {
        Map<String, @Nullable Object> none = new HashMap<>();
        return lists.page(
                request,
                ROWS,
                none,
                (row, n) -> new Row(
                        row.getLong("rank"),
                        row.getLong("id"),
                        row.getLong("version"),
                        row.getString("name"),
                        row.getLong("products")));
    }

    /** A place in the ranking; 1, 2, 3 ... without ties. */
    record Row(Long rank, Long categoryId, Long version, String name, Long productCount) {}
}
