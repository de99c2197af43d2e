package kontor.invoice.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kontor.invoice.issuer.IssuerAdded;
import kontor.platform.store.PlatformSettings;
import kontor.platform.store.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of issuers that are taken over. They take effect one after the other, and before those that the shop has of
 * its own: a shop that sells does not change its name because another one moves in.
 */
@Component
class ImportedIssuers {

    /** Room for those that are taken over later. */
    private static final Duration BEFORE_THE_OWN = Duration.ofDays(1);

    private static final String CREATE = """
            insert into issuer (id, name, zip_code, city, street, country, tax_identifier, bank_account, valid_from,
                version, external_source, external_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final PlatformSettings settings;
    private final Clock clock;

    ImportedIssuers(JdbcClient jdbc, PlatformSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** As they are told, in the order of the rows; nobody else changes issuers meanwhile. */
    List<IssuerAdded> create(String source, List<IssuerRow> rows, UUID adminId) {
        Iterator<Long> ids = jdbc.sql("select nextval('issuer_seq') from generate_series(1, ?)")
                .param(rows.size())
                .query((row, n) -> row.getLong(1))
                .list()
                .iterator();
        Instant validFrom = before(source);
        List<IssuerAdded> added = new ArrayList<>();
        for (IssuerRow row : rows) {
            validFrom = validFrom.plus(1, ChronoUnit.MICROS);
            IssuerAdded issuer = new IssuerAdded(
                    ids.next(),
                    row.name(),
                    row.zipCode(),
                    row.city(),
                    row.street(),
                    settings.country(),
                    row.taxIdentifier(),
                    validFrom,
                    false,
                    adminId,
                    1);
            jdbc.sql(CREATE)
                    .params(SqlValues.of(
                            issuer.issuerId(),
                            issuer.name(),
                            issuer.zipCode(),
                            issuer.city(),
                            issuer.street(),
                            issuer.country(),
                            issuer.taxIdentifier(),
                            row.bankAccount(),
                            validFrom,
                            source,
                            row.externalId()))
                    .update();
            added.add(issuer);
        }
        return added;
    }

    /** The moment after which the next one takes effect. */
    private Instant before(String source) {
        return moment("select max(valid_from) from issuer where external_source = ?", SqlValues.of(source))
                .orElseGet(() -> moment(
                                "select min(valid_from) from issuer where valid_from <= ?",
                                SqlValues.of(clock.instant()))
                        .orElseGet(clock::instant)
                        .minus(BEFORE_THE_OWN));
    }

    private Optional<Instant> moment(String sql, List<?> values) {
        return jdbc.sql(sql)
                .params(values)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }
}
