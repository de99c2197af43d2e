package kontor.catalog.importing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.platform.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rows of products name, and whether it is here; one statement for all rows. */
@Component
class ProductNames {

    /**
     * What there is of what the rows name.
     *
     * @param folded their names as they are compared, in their order
     * @param taken those of the names that products here have
     */
    record Known(
            List<String> folded,
            Set<String> taken,
            Set<String> barcodes,
            Set<Long> tags,
            Set<Long> pictures,
            Set<Long> vatRates,
            Set<Long> categories,
            Set<UUID> people) {}

    private final JdbcClient jdbc;

    ProductNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Known known(Collection<ProductRow> rows) {
        List<String> folded = texts("""
                select casefold(r.name collate pg_unicode_fast)
                from unnest(?) with ordinality r (name, no) order by r.no
                """, rows.stream().map(ProductRow::name));
        return new Known(
                folded,
                Set.copyOf(texts("""
                        select casefold(name collate pg_unicode_fast) from product
                        where casefold(name collate pg_unicode_fast) = any(?) and withdrawn_at is null
                        """, folded.stream())),
                Set.copyOf(texts(
                        "select barcode from product where barcode = any(?) and withdrawn_at is null",
                        rows.stream().map(ProductRow::barcode).filter(Objects::nonNull))),
                numbers("select id from tag where id = any(?)", rows.stream().flatMap(row -> row.tagIds().stream())),
                numbers(
                        "select id from upload where purpose = 'PRODUCT' and id = any(?)",
                        rows.stream().map(ProductRow::imageUploadId).filter(Objects::nonNull)),
                numbers(
                        "select id from vat_rate where id = any(?)",
                        rows.stream().map(ProductRow::vatRateId).filter(Objects::nonNull)),
                numbers(
                        "select id from category where id = any(?)",
                        rows.stream().map(ProductRow::categoryId).filter(Objects::nonNull)),
                people(rows));
    }

    /** Members as this service knows them; the system counts as one. */
    private Set<UUID> people(Collection<ProductRow> rows) {
        Stream<UUID> named = rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(row.createdBy()), row.prices().stream().map(ProductRow.PriceRow::byAdminId)));
        Set<UUID> people = new HashSet<>(jdbc.sql("select id from known_member where id = any(cast(? as uuid[]))")
                .param(named.distinct().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
        people.add(Caller.SYSTEM);
        return people;
    }

    private List<String> texts(String sql, Stream<String> values) {
        return jdbc.sql(sql)
                .param(values.toArray(String[]::new))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private Set<Long> numbers(String sql, Stream<Long> values) {
        return Set.copyOf(jdbc.sql(sql)
                .param(values.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list());
    }
}
