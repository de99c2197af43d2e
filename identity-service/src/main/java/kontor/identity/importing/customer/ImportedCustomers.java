package kontor.identity.importing.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kontor.identity.importing.customer.CustomerRow.SiteRow;
import kontor.platform.messaging.EventJson;
import kontor.platform.store.PlatformSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of customers and sites that are taken over, by one statement for each table. */
@Component
class ImportedCustomers {

    /** A row with its ids; those of its sites by their external ids. */
    record Created(CustomerRow row, long id, UUID memberId, Map<String, Long> siteIds, String country) {

        long mainSiteId() {
            return siteId(row.mainSiteExternalId());
        }

        long siteId(String externalId) {
            return Objects.requireNonNull(siteIds.get(externalId));
        }

        String countryOf(SiteRow site) {
            @Nullable String own = site.country();
            return own == null ? country : own;
        }
    }

    private record CustomerColumns(
            long id,
            UUID memberId,
            String name,
            @Nullable String bankAccount,
            @Nullable String taxIdentifier,
            long mainSiteId,
            String externalId) {}

    private record SiteColumns(
            long id,
            long customerId,
            String zipCode,
            String city,
            String street,
            String country,
            @Nullable String tel,
            @Nullable String fax,
            String externalId) {}

    /** Fact 1 is that the profile exists, state 1 how it began. */
    private static final String CUSTOMERS = """
            insert into customer (id, member_id, name, bank_account, tax_identifier, main_site_id, fact_version,
                state_version, external_source, external_id)
            select id, "memberId", name, "bankAccount", "taxIdentifier", "mainSiteId", 1, 1, ?, "externalId"
            from json_to_recordset(cast(? as json)) r (id bigint, "memberId" uuid, name text, "bankAccount" text,
                "taxIdentifier" text, "mainSiteId" bigint, "externalId" text)
            """;

    private static final String SITES = """
            insert into customer_site (id, customer_id, zip_code, city, street, country, tel, fax, external_source,
                external_id)
            select id, "customerId", "zipCode", city, street, country, tel, fax, ?, "externalId"
            from json_to_recordset(cast(? as json)) r (id bigint, "customerId" bigint, "zipCode" text, city text,
                street text, country text, tel text, fax text, "externalId" text)
            """;

    private final JdbcClient jdbc;
    private final PlatformSettings settings;

    ImportedCustomers(JdbcClient jdbc, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @param memberIds whose profiles they are, in the order of the rows */
    List<Created> create(String source, List<CustomerRow> rows, List<UUID> memberIds) {
        Iterator<Long> ids = free("customer_seq", rows.size());
        Iterator<Long> siteIds = free(
                "customer_site_seq",
                rows.stream().mapToInt(row -> row.sites().size()).sum());
        List<Created> created = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Long> own = new HashMap<>();
            rows.get(i).sites().forEach(site -> own.put(site.externalId(), siteIds.next()));
            created.add(new Created(rows.get(i), ids.next(), memberIds.get(i), own, settings.country()));
        }
        // The main site is judged at commit, so the two tables may come one after the other.
        jdbc.sql(CUSTOMERS)
                .params(
                        source,
                        EventJson.write(
                                created.stream().map(ImportedCustomers::columns).toList()))
                .update();
        jdbc.sql(SITES)
                .params(
                        source,
                        EventJson.write(created.stream()
                                .flatMap(one -> one.row().sites().stream().map(site -> columns(one, site)))
                                .toList()))
                .update();
        return created;
    }

    private Iterator<Long> free(String sequence, int count) {
        return jdbc.sql("select nextval(cast(? as regclass)) from generate_series(1, ?)")
                .params(sequence, count)
                .query((row, n) -> row.getLong(1))
                .list()
                .iterator();
    }

    private static CustomerColumns columns(Created one) {
        CustomerRow row = one.row();
        return new CustomerColumns(
                one.id(),
                one.memberId(),
                row.name(),
                row.bankAccount(),
                row.taxIdentifier(),
                one.mainSiteId(),
                row.externalId());
    }

    private static SiteColumns columns(Created one, SiteRow site) {
        return new SiteColumns(
                one.siteId(site.externalId()),
                one.id(),
                site.zipCode(),
                site.city(),
                site.street(),
                one.countryOf(site),
                site.tel(),
                site.fax(),
                site.externalId());
    }
}
