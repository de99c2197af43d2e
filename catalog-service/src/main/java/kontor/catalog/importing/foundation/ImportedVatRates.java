package kontor.catalog.importing.foundation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.platform.messaging.EventJson;
import kontor.platform.store.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of VAT rates that are taken over, with the first step of their history, by one statement for all. */
@Component
class ImportedVatRates {

    /** Version 1 of a rate is its first fact. */
    private static final String CREATE = """
            with created as (
                insert into vat_rate (id, percentage, name, valid_from, version, external_source, external_id)
                select nextval('vat_rate_seq'), percentage, name, ?, 1, ?, "externalId"
                from json_to_recordset(cast(? as json)) r ("externalId" text, percentage numeric, name text)
                returning id, percentage, valid_from, external_source, external_id
            ), begun as (
                insert into vat_rate_change (id, vat_rate_id, percentage, valid_from, by_admin_id, external_source,
                    external_id)
                select nextval('vat_rate_change_seq'), id, percentage, valid_from, ?, external_source, external_id
                from created
            )
            select external_id, id from created
            """;

    private final JdbcClient jdbc;

    ImportedVatRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids by external id. */
    Map<String, Long> create(String source, List<VatRateRow> rows, UUID adminId, Instant now) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(CREATE)
                .params(SqlValues.of(now, source, EventJson.write(rows), adminId))
                .query(row -> {
                    ids.put(row.getString(1), row.getLong(2));
                });
        return ids;
    }
}
