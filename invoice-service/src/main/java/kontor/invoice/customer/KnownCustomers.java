package kontor.invoice.customer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kontor.invoice.paper.Paper;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The copy of the customers with their live sites, tables {@code known_customer} and {@code known_site}. */
@Component
public class KnownCustomers {

    private final JdbcClient jdbc;

    KnownCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who is billed, and where: at the billing site of the order if it has one that still exists, else at the
     * customer's main site (V-4). Empty while the customer is not known here.
     */
    public Optional<Paper.Customer> billed(long customerId, @Nullable Long billingSiteId) {
        return jdbc.sql("""
                        select c.name, s.street, s.zip_code, s.city, s.country, c.tax_identifier
                        from known_customer c join known_site s on s.customer_id = c.id
                        where c.id = ? and s.id in (c.main_site_id, cast(? as bigint))
                        order by s.id = cast(? as bigint) desc nulls last limit 1
                        """)
                .params(SqlValues.of(customerId, billingSiteId, billingSiteId))
                .query((row, n) -> new Paper.Customer(
                        row.getString("name"),
                        row.getString("street"),
                        row.getString("zip_code"),
                        row.getString("city"),
                        row.getString("country"),
                        row.getString("tax_identifier")))
                .optional();
    }

    void keep(CustomerListener.CustomerState state) {
        jdbc.sql("""
                        insert into known_customer (id, member_id, name, tax_identifier, main_site_id, version)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set member_id = excluded.member_id, name = excluded.name,
                            tax_identifier = excluded.tax_identifier, main_site_id = excluded.main_site_id,
                            version = excluded.version
                        """)
                .params(SqlValues.of(
                        state.customerId(),
                        state.memberId(),
                        state.name(),
                        state.taxIdentifier(),
                        state.mainSiteId(),
                        state.version()))
                .update();
        removeSites(state.customerId());
        addSites(state);
    }

    void remove(long customerId) {
        removeSites(customerId);
        jdbc.sql("delete from known_customer where id = ?").param(customerId).update();
    }

    private void removeSites(long customerId) {
        jdbc.sql("delete from known_site where customer_id = ?")
                .param(customerId)
                .update();
    }

    private void addSites(CustomerListener.CustomerState state) {
        jdbc.sql("""
                        insert into known_site (id, customer_id, zip_code, city, street, country)
                        select id, ?, zip_code, city, street, country from unnest(cast(? as bigint[]),
                            cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                            s (id, zip_code, city, street, country)
                        """)
                .params(
                        state.customerId(),
                        texts(state.sites(), site -> Long.toString(site.siteId())),
                        texts(state.sites(), CustomerListener.Site::zipCode),
                        texts(state.sites(), CustomerListener.Site::city),
                        texts(state.sites(), CustomerListener.Site::street),
                        texts(state.sites(), CustomerListener.Site::country))
                .update();
    }

    private static String[] texts(List<CustomerListener.Site> sites, Function<CustomerListener.Site, String> column) {
        return sites.stream().map(column).toArray(String[]::new);
    }
}
