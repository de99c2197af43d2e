package kontor.identity.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads customers and sites; who may see them has been judged before. */
@Component
class CustomerViews {

    /** A profile as its owner and admins see it. */
    record CustomerView(
            long id,
            UUID memberId,
            String name,
            @Nullable String bankAccount,
            @Nullable String taxIdentifier,
            long mainSiteId,
            @Nullable String externalSource,
            @Nullable String externalId,
            long version) {}

    /** A live site. */
    record SiteView(
            long id,
            long customerId,
            String zipCode,
            String city,
            String street,
            String country,
            @Nullable String tel,
            @Nullable String fax,
            boolean main,
            @Nullable String externalSource,
            @Nullable String externalId,
            long version) {}

    /** Two customers who have a live site in the same city. */
    record Neighbours(String city, long customerId, String name, long otherCustomerId, String otherName) {}

    private static final String CUSTOMERS = """
            select c.id, c.member_id, c.name, c.bank_account, c.tax_identifier, c.main_site_id, c.external_source,
                c.external_id, c.version
            from customer c join member m on m.id = c.member_id
            """;

    private static final Lists.Query CUSTOMER_LIST =
            new Lists.Query(CUSTOMERS + """
            where (cast(:names as text[]) is null or c.name ilike any(:names))
              and (cast(:cities as text[]) is null or exists (select 1 from customer_site s
                    where s.customer_id = c.id and s.removed_at is null and s.city ilike any(:cities)))
              and (cast(:logins as text[]) is null or m.login ilike any(:logins))
              and (cast(:externalIds as text[]) is null or c.external_source || ':' || c.external_id = any(:externalIds))
            """, "bigint", Map.of("name", SortKey.text("name")));

    private static final String SITES = """
            select s.id, s.customer_id, s.zip_code, s.city, s.street, s.country, s.tel, s.fax, c.main_site_id = s.id as main,
                s.external_source, s.external_id, s.version
            from customer_site s join customer c on c.id = s.customer_id
            where s.customer_id = :customer and s.removed_at is null
            """;

    private static final Lists.Query SITE_LIST =
            new Lists.Query(SITES + """
            and (cast(:externalIds as text[]) is null or s.external_source || ':' || s.external_id = any(:externalIds))
            """, "bigint", Map.of("city", SortKey.text("city")));

    /** Each pair once, however many cities they share. */
    private static final Lists.Query NEIGHBOURS = new Lists.Query("""
            select p.a || ':' || p.b as id, p.city, a.id as a_id, a.name as a_name, b.id as b_id, b.name as b_name
            from (select x.customer_id as a, y.customer_id as b, min(x.city) as city
                from customer_site x join customer_site y
                    on casefold(y.city collate "pg_unicode_fast") = casefold(x.city collate "pg_unicode_fast")
                        and y.customer_id > x.customer_id
                where x.removed_at is null and y.removed_at is null
                group by x.customer_id, y.customer_id) p
            join customer a on a.id = p.a join customer b on b.id = p.b
            join member am on am.id = a.member_id join member bm on bm.id = b.member_id
            where am.status <> 'ANONYMISED' and bm.status <> 'ANONYMISED'
            """, "text", Map.of("city", SortKey.text("city")));

    private final Lists lists;
    private final JdbcClient jdbc;

    CustomerViews(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<CustomerView> customers(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("names", request.contained("name"));
        params.put("cities", request.contained("city"));
        params.put("logins", request.contained("login"));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, CUSTOMER_LIST, params, CustomerViews::customer);
    }

    CustomerView customer(long id) {
        return jdbc.sql(CUSTOMERS + "where c.id = ?")
                .param(id)
                .query(CustomerViews::customer)
                .optional()
                .orElseThrow(NotFound::new);
    }

    Page<SiteView> sites(long customerId, ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("customer", customerId);
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, SITE_LIST, params, CustomerViews::site);
    }

    SiteView site(long customerId, long id) {
        return jdbc.sql(SITES + "and s.id = :id")
                .param("customer", customerId)
                .param("id", id)
                .query(CustomerViews::site)
                .optional()
                .orElseThrow(NotFound::new);
    }

    Page<Neighbours> neighbours(ListRequest request) {
        return lists.page(
                request,
                NEIGHBOURS,
                Map.of(),
                (row, n) -> new Neighbours(
                        row.getString("city"),
                        row.getLong("a_id"),
                        row.getString("a_name"),
                        row.getLong("b_id"),
                        row.getString("b_name")));
    }

    private static CustomerView customer(ResultSet row, int number) throws SQLException {
        return new CustomerView(
                row.getLong("id"),
                row.getObject("member_id", UUID.class),
                row.getString("name"),
                row.getString("bank_account"),
                row.getString("tax_identifier"),
                row.getLong("main_site_id"),
                row.getString("external_source"),
                row.getString("external_id"),
                row.getLong("version"));
    }

    private static SiteView site(ResultSet row, int number) throws SQLException {
        return new SiteView(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("zip_code"),
                row.getString("city"),
                row.getString("street"),
                row.getString("country"),
                row.getString("tel"),
                row.getString("fax"),
                row.getBoolean("main"),
                row.getString("external_source"),
                row.getString("external_id"),
                row.getLong("version"));
    }
}
