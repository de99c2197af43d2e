package kontor.identity.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.platform.messaging.EventJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of ranks that are taken over, by one statement for all. */
@Component
class ImportedRanks {

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

    /** Ids by external id. */
    Map<String, Long> create(String source, List<RankRow> rows) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(CREATE).params(source, EventJson.write(rows)).query(row -> {
            ids.put(row.getString(1), row.getLong(2));
        });
        return ids;
    }
}
