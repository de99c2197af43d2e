package kontor.identity.importing.customer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import kontor.identity.importing.customer.CustomerRow.SiteRow;
import kontor.platform.importing.ImportRows;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.RowRefused;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges rows of customers: names for log-in that are free, sites of their own, of which one is the main site. */
@Component
class CustomerCheck {

    private final JdbcClient jdbc;

    CustomerCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Refuses the first row at fault.
     *
     * @param rows by their place in the request
     */
    void judge(String source, SortedMap<Integer, CustomerRow> rows) {
        requireSites(source, rows);
        requireFree(rows, "login", CustomerRow::login, "This login");
        requireFree(rows, "email", CustomerRow::email, "This e-mail address");
    }

    private void requireSites(String source, SortedMap<Integer, CustomerRow> rows) {
        List<String> sites = rows.values().stream()
                .flatMap(row -> row.sites().stream())
                .map(SiteRow::externalId)
                .toList();
        Set<String> taken = new HashSet<>(
                ImportRows.known(jdbc, "customer_site", source, sites).keySet());
        rows.forEach((no, row) -> {
            for (int i = 0; i < row.sites().size(); i++) {
                if (!taken.add(row.sites().get(i).externalId())) {
                    throw new RowRefused(
                            "/customers/%d/sites/%d/externalId".formatted(no, i), new Duplicate("The external id"));
                }
            }
            if (row.sites().stream().noneMatch(site -> site.externalId().equals(row.mainSiteExternalId()))) {
                throw new UnknownReference("/customers/%d/mainSiteExternalId".formatted(no));
            }
        });
    }

    /** Whatever their case, no two members have one; the unique indexes have the last word. */
    private void requireFree(
            SortedMap<Integer, CustomerRow> rows,
            String field,
            Function<CustomerRow, @Nullable String> value,
            String what) {
        List<Integer> places = new ArrayList<>();
        List<String> values = new ArrayList<>();
        rows.forEach((no, row) -> {
            @Nullable String sent = value.apply(row);
            if (sent != null) {
                places.add(no);
                values.add(sent);
            }
        });
        List<Boolean> free = jdbc.sql("""
                        select row_number() over (partition by casefold(r.value collate "pg_unicode_fast")
                                order by r.no) = 1
                            and not exists (select from member m
                                where casefold(m.%s collate "pg_unicode_fast")
                                    = casefold(r.value collate "pg_unicode_fast"))
                        from unnest(?) with ordinality r (value, no) order by r.no
                        """.formatted(field))
                .param(values.toArray(String[]::new))
                .query((row, n) -> row.getBoolean(1))
                .list();
        for (int i = 0; i < free.size(); i++) {
            if (!free.get(i)) {
                throw new RowRefused("/customers/%d/%s".formatted(places.get(i), field), new Duplicate(what));
            }
        }
    }
}
