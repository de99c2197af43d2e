package kontor.catalog.importing;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.platform.messaging.EventJson;
import kontor.platform.store.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of tags that are taken over, by one statement for all. */
@Component
class ImportedTags {

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
}
