package kontor.catalog.importing.foundation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of categories that are taken over, by one statement for all. */
@Component
class ImportedCategories {

    /** A row with its id and that of its parent here. */
    record Placed(CategoryRow row, long id, @Nullable Long parentId) {}

    private record Here(long id, int level) {}

    /** Version 1 of a category is its first fact. Children and parents are judged together when it ends. */
    private static final String CREATE = """
            insert into category (id, name, parent_id, version, external_source, external_id)
            select id, name, parent_id, 1, ?, external_id
            from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as bigint[]), cast(? as text[]))
                r (id, name, parent_id, external_id)
            """;

    private final JdbcClient jdbc;

    ImportedCategories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Judges all rows before the first is stored.
     *
     * @param rows by their place in the request
     */
    List<Placed> create(String source, SortedMap<Integer, CategoryRow> rows) {
        Map<String, Here> here = here(source, rows);
        Map<String, Integer> levels = here.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parent -> parent.getValue().level()));
        new Branches(rows, levels).require();
        List<Placed> placed = place(List.copyOf(rows.values()), here);
        jdbc.sql(CREATE)
                .params(
                        source,
                        placed.stream().map(Placed::id).toArray(Long[]::new),
                        placed.stream().map(one -> one.row().name()).toArray(String[]::new),
                        placed.stream().map(Placed::parentId).toArray(Long[]::new),
                        placed.stream().map(one -> one.row().externalId()).toArray(String[]::new))
                .update();
        return placed;
    }

    static Map<String, Long> ids(List<Placed> placed) {
        return placed.stream().collect(Collectors.toMap(one -> one.row().externalId(), Placed::id));
    }

    private List<Placed> place(List<CategoryRow> rows, Map<String, Here> here) {
        List<Long> free = jdbc.sql("select nextval('category_seq') from generate_series(1, ?)")
                .param(rows.size())
                .query((row, n) -> row.getLong(1))
                .list();
        Map<String, Long> ids = new HashMap<>();
        here.forEach((externalId, category) -> ids.put(externalId, category.id()));
        for (int i = 0; i < rows.size(); i++) {
            ids.put(rows.get(i).externalId(), free.get(i));
        }
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            @Nullable String parent = rows.get(i).parentExternalId();
            placed.add(new Placed(rows.get(i), free.get(i), parent == null ? null : ids.get(parent)));
        }
        return placed;
    }

    private Map<String, Here> here(String source, SortedMap<Integer, CategoryRow> rows) {
        Map<String, Here> here = new HashMap<>();
        jdbc.sql("""
                        select external_id, id, cardinality(category_path(id)) from category
                        where external_source = ? and external_id = any(?)
                        """)
                .params(
                        source,
                        rows.values().stream()
                                .map(CategoryRow::parentExternalId)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .query(row -> {
                    here.put(row.getString(1), new Here(row.getLong(2), row.getInt(3)));
                });
        return here;
    }
}
