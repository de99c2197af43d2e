package kontor.catalog.bulk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the products that a bulk change is about. */
@Component
class BulkCandidates {

    private static final String IN_CATEGORY = """
            select id from product where withdrawn_at is null
              and (category_id = :categoryId or (:descendants and category_id in (select category_subtree(:categoryId))))
            order by id
            """;

    private static final String DEARER = """
            select id from product where withdrawn_at is null and price_minor > :priceMinor order by id
            """;

    private static final String SLOW = """
            select p.id from product p join stock s on s.product_id = p.id and s.tracked
            where p.withdrawn_at is null and s.on_hand - s.reserved < :fewerThan
              and (p.last_ordered_at is null or p.last_ordered_at < :orderedBefore)
            order by p.id
            """;

    private final JdbcClient jdbc;

    BulkCandidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasCategory(long id) {
        return jdbc.sql("select exists (select from category where id = ?)")
                .param(id)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    List<Long> inCategory(long categoryId, boolean descendants) {
        return ids(IN_CATEGORY, Map.of("categoryId", categoryId, "descendants", descendants));
    }

    List<Long> dearerThan(long priceMinor) {
        return ids(DEARER, Map.of("priceMinor", priceMinor));
    }

    List<Long> slow(int fewerThan, Instant orderedBefore) {
        return ids(SLOW, Map.of("fewerThan", fewerThan, "orderedBefore", orderedBefore.atOffset(ZoneOffset.UTC)));
    }

    private List<Long> ids(String sql, Map<String, ?> params) {
        return jdbc.sql(sql).params(params).query((row, n) -> row.getLong(1)).list();
    }
}
