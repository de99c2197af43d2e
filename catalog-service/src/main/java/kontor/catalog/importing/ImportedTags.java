package kontor.catalog.importing;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.platform.messaging.EventJson;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of tags that are taken over, by one statement for all. */
@Component
class ImportedTags {

    /**
     * What is here under the name of a row.
     *
     * @param folded the name as it is compared
     * @param id null if nothing is
     */
    record Namesake(
            String folded, @Nullable Long id, @Nullable String externalId) {}

    private static final String NAMESAKES = """
            select casefold(r.name collate pg_unicode_fast), t.id, t.external_id
            from unnest(?) with ordinality r (name, no)
            left join tag t on casefold(t.name collate pg_unicode_fast) = casefold(r.name collate pg_unicode_fast)
            order by r.no
            """;

    /** Version 1 of a tag is its first fact. */
    private static final String CREATE = """
            insert into tag (id, name, is_for_sale, created_by, created_at, version, external_source, external_id)
            select nextval('tag_seq'), name, "forSale", ?, ?, 1, ?, "externalId"
            from json_to_recordset(cast(? as json)) r ("externalId" text, name text, "forSale" boolean)
            returning external_id, id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportedTags(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order of the rows. */
    List<Namesake> namesakes(List<TagRow> rows) {
        return jdbc.sql(NAMESAKES)
                .param(rows.stream().map(TagRow::name).toArray(String[]::new))
                .query((row, n) -> new Namesake(row.getString(1), row.getObject(2, Long.class), row.getString(3)))
                .list();
    }

    /** Ids by external id. */
    Map<String, Long> create(String source, List<TagRow> rows, UUID adminId) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(CREATE)
                .params(SqlValues.of(adminId, clock.instant(), source, EventJson.write(rows)))
                .query(row -> {
                    ids.put(row.getString(1), row.getLong(2));
                });
        return ids;
    }

    /** Not a change that anybody else sees: the version stays, because each is one fact. */
    void match(String source, Map<String, Long> ids) {
        List<Map.Entry<String, Long>> matches = List.copyOf(ids.entrySet());
        jdbc.sql("""
                        update tag t set external_source = ?, external_id = m.external_id
                        from unnest(?, ?) m (external_id, id) where t.id = m.id
                        """)
                .params(
                        source,
                        matches.stream().map(Map.Entry::getKey).toArray(String[]::new),
                        matches.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }
}
