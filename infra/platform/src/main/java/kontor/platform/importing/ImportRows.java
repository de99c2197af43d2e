package kontor.platform.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import kontor.platform.importing.ImportReport.Outcome;
import kontor.platform.importing.ImportReport.Result;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.RowRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one request of an import, told apart by whether they were here before, have a namesake, or are new. */
public final class ImportRows<R> {

    /**
     * A request as it was sent.
     *
     * @param source the shop that the rows come from (G-2)
     * @param table where their external ids are kept
     * @param list the field that holds them, for pointers
     */
    public record Sent<R>(String source, String table, String list, List<R> rows, Function<R, String> externalId) {}

    private record Namesake(
            String folded, @Nullable Long id, @Nullable String externalId) {}

    private final Sent<R> sent;
    private final JdbcClient jdbc;
    private final Map<String, Object> known;
    private final Map<String, Long> matched = new HashMap<>();
    private final Map<String, Object> created = new HashMap<>();

    private ImportRows(Sent<R> sent, JdbcClient jdbc) {
        this.sent = sent;
        this.jdbc = jdbc;
        known = known(
                jdbc,
                sent.table(),
                sent.source(),
                sent.rows().stream().map(sent.externalId()).toList());
    }

    /** Looks what is here already; the caller has seen to it that no other import is at work. */
    public static <R> ImportRows<R> of(Sent<R> sent, JdbcClient jdbc) {
        requireDistinct(sent.list(), sent.rows(), sent.externalId());
        return new ImportRows<>(sent, jdbc);
    }

    /** Two rows with one external id would be two answers to one question. */
    public static <R> void requireDistinct(String list, List<R> rows, Function<R, ?> externalId) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!seen.add(externalId.apply(rows.get(i)))) {
                throw new RowRefused("/%s/%d/externalId".formatted(list, i), new Duplicate("The external id"));
            }
        }
    }

    /** Ids of what is here already, by external id. */
    public static Map<String, Object> known(
            JdbcClient jdbc, String table, String source, Collection<String> externalIds) {
        Map<String, Object> known = new HashMap<>();
        jdbc.sql("select external_id, id from %s where external_source = ? and external_id = any(?)".formatted(table))
                .params(source, externalIds.toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString(1), row.getObject(2));
                });
        return known;
    }

    /** Rows that are neither here nor matched, by their place in the request. */
    public SortedMap<Integer, R> fresh() {
        SortedMap<Integer, R> fresh = new TreeMap<>();
        for (int i = 0; i < sent.rows().size(); i++) {
            String externalId = sent.externalId().apply(sent.rows().get(i));
            if (!known.containsKey(externalId) && !matched.containsKey(externalId)) {
                fresh.put(i, sent.rows().get(i));
            }
        }
        return fresh;
    }

    /**
     * Whatever is here under the name of a row gets its external id, once; names are compared after case folding. That
     * is no change which anybody else sees: versions stay, because each is one fact.
     *
     * @param field of the row that holds the name, for the pointer of a {@code duplicate}
     * @param column that holds it here
     */
    public void match(String field, String column, Function<R, String> name) {
        List<Namesake> namesakes = namesakes(column, name);
        Set<String> names = new HashSet<>();
        fresh().forEach((no, row) -> {
            Namesake namesake = namesakes.get(no);
            if (!names.add(namesake.folded()) || namesake.externalId() != null) {
                throw new RowRefused("/%s/%d/%s".formatted(sent.list(), no, field), new Duplicate("The " + field));
            }
            if (namesake.id() != null) {
                matched.put(sent.externalId().apply(row), namesake.id());
            }
        });
        List<Map.Entry<String, Long>> matches = List.copyOf(matched.entrySet());
        jdbc.sql("""
                        update %s t set external_source = ?, external_id = m.external_id
                        from unnest(?, ?) m (external_id, id) where t.id = m.id
                        """.formatted(sent.table()))
                .params(
                        sent.source(),
                        matches.stream().map(Map.Entry::getKey).toArray(String[]::new),
                        matches.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    private List<Namesake> namesakes(String column, Function<R, String> name) {
        return jdbc.sql("""
                        select casefold(r.name collate pg_unicode_fast), t.id, t.external_id
                        from unnest(?) with ordinality r (name, no)
                        left join %s t
                            on casefold(t.%s collate pg_unicode_fast) = casefold(r.name collate pg_unicode_fast)
                        order by r.no
                        """.formatted(sent.table(), column))
                .param(sent.rows().stream().map(name).toArray(String[]::new))
                .query((row, n) -> new Namesake(row.getString(1), row.getObject(2, Long.class), row.getString(3)))
                .list();
    }

    public Collection<Long> matched() {
        return matched.values();
    }

    /** The rows that are new have these ids, by external id. */
    public void created(Map<String, ?> ids) {
        created.putAll(ids);
    }

    public ImportReport report() {
        return new ImportReport(
                sent.rows().stream().map(sent.externalId()).map(this::result).toList());
    }

    private Result result(String externalId) {
        @Nullable Object before = known.get(externalId);
        if (before != null) {
            return new Result(externalId, before, Outcome.UNCHANGED);
        }
        @Nullable Object match = matched.get(externalId);
        return match == null
                ? new Result(externalId, Objects.requireNonNull(created.get(externalId)), Outcome.CREATED)
                : new Result(externalId, match, Outcome.MATCHED);
    }
}
