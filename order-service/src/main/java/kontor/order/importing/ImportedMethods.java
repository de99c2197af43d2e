package kontor.order.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.platform.messaging.EventJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of payment methods that are taken over, by one statement for all. */
@Component
class ImportedMethods {

    /** "Instrument not defined" of EN 16931: the other shop does not say. */
    static final String ANY_MEANS = "1";

    /** Version 1 of a method is its first fact. */
    private static final String CREATE = """
            insert into payment_method (id, method, deadline_days, means_code, active, version, external_source,
                external_id)
            select nextval('payment_method_seq'), method, "deadlineDays", ?, true, 1, ?, "externalId"
            from json_to_recordset(cast(? as json)) r ("externalId" text, method text, "deadlineDays" int)
            returning external_id, id
            """;

    private final JdbcClient jdbc;

    ImportedMethods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids by external id. */
    Map<String, Long> create(String source, List<MethodRow> rows) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(CREATE).params(ANY_MEANS, source, EventJson.write(rows)).query(row -> {
            ids.put(row.getString(1), row.getLong(2));
        });
        return ids;
    }
}
