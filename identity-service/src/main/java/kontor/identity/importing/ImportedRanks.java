package kontor.identity.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.platform.messaging.EventJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of ranks that are taken over, by one statement for all. */
@Component
class ImportedRanks {

    /** What is here under the name of a row.
     *
     * @param folded the name as it is compared
     * @param id null if nothing is
     */
    record Namesake(
            String folded, @Nullable Long id, @Nullable String externalId) {}

    private static final String NAMESAKES = """
            select casefold(r.name collate "pg_unicode_fast"), k.id, k.external_id
            from unnest(?) with ordinality r (name, no)
            left join rank k
                on casefold(k.name collate "pg_unicode_fast") = casefold(r.name collate "pg_unicode_fast")
            order by r.no
            """;

    private static final String CREATE = """
            insert into rank (id, name, debt_limit_minor, is_system_user, active, external_source, external_id)
            select nextval('rank_seq'), name, "debtLimitMinor", "systemUser", active, ?, "externalId"
            from json_to_recordset(cast(? as json)) r ("externalId" text, name text, "debtLimitMinor" bigint,
                "systemUser" boolean, active boolean)
            returning external_id, id
            """;

    private final JdbcClient jdbc;

    ImportedRanks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the rows. */
    List<Namesake> namesakes(List<RankRow> rows) {
        return jdbc.sql(NAMESAKES)
                .param(rows.stream().map(RankRow::name).toArray(String[]::new))
                .query((row, n) -> new Namesake(row.getString(1), row.getObject(2, Long.class), row.getString(3)))
                .list();
    }

    /** Ids by external id. */
    Map<String, Long> create(String source, List<RankRow> rows) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(CREATE).params(source, EventJson.write(rows)).query(row -> {
            ids.put(row.getString(1), row.getLong(2));
        });
        return ids;
    }

    /** Not a change that anybody else sees: the version stays, because each is one fact. */
    void match(String source, Map<String, Long> ids) {
        List<Map.Entry<String, Long>> matches = List.copyOf(ids.entrySet());
        jdbc.sql("""
                        update rank k set external_source = ?, external_id = m.external_id
                        from unnest(?, ?) m (external_id, id) where k.id = m.id
                        """)
                .params(
                        source,
                        matches.stream().map(Map.Entry::getKey).toArray(String[]::new),
                        matches.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }
}
