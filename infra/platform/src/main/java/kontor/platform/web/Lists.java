package kontor.platform.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads one page of a query by its sort key and id, so that deep pages cost what the first one costs. */
public final class Lists {

    /**
     * A sortable column of the query.
     *
     * @param expression SQL over the query's columns, such as {@code lower(name)}
     * @param type its SQL type, such as {@code timestamptz}
     */
    public record SortKey(String expression, String type) {

        public static SortKey text(String column) {
            return new SortKey("lower(" + column + ")", "text");
        }

        public static SortKey instant(String column) {
            return new SortKey(column, "timestamptz");
        }

        public static SortKey number(String column) {
            return new SortKey(column, "numeric");
        }
    }

    /**
     * What a list reads.
     *
     * @param sql a select whose columns include {@code id}; filters stand in it as named parameters
     * @param idType SQL type of {@code id}: {@code bigint} or {@code uuid}
     * @param sorts sort keys by the names of the operation's {@link Listing}
     */
    public record Query(String sql, String idType, Map<String, SortKey> sorts) {}

    private final JdbcClient jdbc;

    public Lists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public <T> Page<T> page(ListRequest request, Query query, Map<String, ?> params, RowMapper<T> mapper) {
        List<Row<T>> rows = rows(request, query, params, mapper);
        boolean more = rows.size() > request.limit();
        List<Row<T>> shown = more ? rows.subList(0, request.limit()) : rows;
        @Nullable String next = more ? shown.getLast().cursor().encode(request.binding()) : null;
        @Nullable Long total = request.isCounted() ? count(query, params) : null;
        return new Page<>(shown.stream().map(Row::item).toList(), next, total);
    }

    private record Row<T>(T item, Cursor cursor) {}

    private <T> List<Row<T>> rows(ListRequest request, Query query, Map<String, ?> params, RowMapper<T> mapper) {
        SortKey key = sortKey(request, query);
        String direction = request.isDescending() ? "desc nulls last" : "asc nulls first";
        String sql = """
                select q.*, cast(%1$s as text) as page_sort, cast(q.id as text) as page_id
                from (%2$s) q
                where %3$s
                order by %1$s %4$s, q.id %5$s
                limit %6$d
                """.formatted(
                        key.expression(),
                        query.sql(),
                        start(request, query, key),
                        direction,
                        request.isDescending() ? "desc" : "asc",
                        request.limit() + 1);
        JdbcClient.StatementSpec statement = jdbc.sql(sql).params(params);
        @Nullable Cursor after = request.after();
        if (after != null) {
            statement = statement.param("pageId", after.id());
            statement = after.sortValue() == null ? statement : statement.param("pageSort", after.sortValue());
        }
        try {
            return statement
                    .query((row, n) -> new Row<>(
                            Objects.requireNonNull(mapper.mapRow(row, n)),
                            new Cursor(row.getString("page_sort"), row.getString("page_id"))))
                    .list();
        } catch (DataIntegrityViolationException e) {
            // A forged cursor can hold what its column's type cannot.
            throw after == null ? e : new Cursor.InvalidCursor();
        }
    }

    /**
     * Rows after the cursor: nulls come first ascending and last descending, the id breaks ties in the same direction.
     */
    private static String start(ListRequest request, Query query, SortKey key) {
        @Nullable Cursor after = request.after();
        if (after == null) {
            return "true";
        }
        String than = request.isDescending() ? "<" : ">";
        String beyond = "q.id %s cast(:pageId as %s)".formatted(than, query.idType());
        if (after.sortValue() == null) {
            String onlyNulls = "(%s is null and %s)".formatted(key.expression(), beyond);
            return request.isDescending() ? onlyNulls : onlyNulls + " or " + key.expression() + " is not null";
        }
        String value = "cast(:pageSort as %s)".formatted(key.type());
        String after1 = "%1$s %2$s %3$s or (%1$s = %3$s and %4$s)".formatted(key.expression(), than, value, beyond);
        return request.isDescending() ? after1 + " or " + key.expression() + " is null" : after1;
    }

    private static SortKey sortKey(ListRequest request, Query query) {
        @Nullable SortKey key = query.sorts().get(request.sort());
        if (key == null) {
            throw new IllegalStateException("No sort key for " + request.sort());
        }
        return key;
    }

    private long count(Query query, Map<String, ?> params) {
        return jdbc.sql("select count(*) from (%s) q".formatted(query.sql()))
                .params(params)
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
