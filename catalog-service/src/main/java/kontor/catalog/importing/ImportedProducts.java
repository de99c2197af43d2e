package kontor.catalog.importing;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import kontor.catalog.description.Description;
import kontor.catalog.importing.ProductRow.PriceRow;
import kontor.catalog.reference.References;
import kontor.platform.messaging.EventJson;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of products that are taken over, with tags and prices, by one statement for each table. */
@Component
class ImportedProducts {

    /** The facts of a product are its creation and each of its prices. */
    private static final String CREATE = """
            insert into product (id, created_at, created_by, name, barcode, active, stock_policy, revocable,
                image_upload_id, vat_rate_id, category_id, description_xml, recommended_age, package_volume_m3,
                price_minor, price_valid_from, fact_version, external_source, external_id)
            select nextval('product_seq'), created_at, created_by, name, barcode, active, stock_policy, revocable,
                image_upload_id, coalesce(vat_rate_id, ?), category_id, description_xml, recommended_age,
                package_volume_m3, price_minor, price_valid_from, 1 + prices, ?, external_id
            from rows from (unnest(cast(? as bigint[])), unnest(cast(? as timestamptz[])), unnest(cast(? as bigint[])),
                    unnest(cast(? as text[])), unnest(cast(? as numeric[])),
                    json_to_recordset(cast(? as json)) as ("externalId" text, "createdAt" timestamptz,
                        "createdBy" uuid, name text, barcode text, active boolean, "stockPolicy" text,
                        revocable boolean, "imageUploadId" bigint, "vatRateId" bigint, "categoryId" bigint,
                        "descriptionXml" text))
                as r (price_minor, price_valid_from, prices, recommended_age, package_volume_m3, external_id,
                    created_at, created_by, name, barcode, active, stock_policy, revocable, image_upload_id,
                    vat_rate_id, category_id, description_xml)
            returning external_id, id
            """;

    private static final String TAG = """
            insert into product_tag (product_id, tag_id)
            select distinct * from unnest(cast(? as bigint[]), cast(? as bigint[]))
            """;

    private static final String PRICE = """
            insert into product_price (id, product_id, amount_minor, valid_from, by_admin_id, external_source,
                external_id)
            select nextval('product_price_seq'), product_id, amount_minor, at, admin_id, ?, external_id
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as timestamptz[]), cast(? as uuid[]),
                cast(? as text[])) p (product_id, amount_minor, at, admin_id, external_id)
            returning external_id, id
            """;

    private final JdbcClient jdbc;
    private final References references;

    ImportedProducts(JdbcClient jdbc, References references) {
        this.jdbc = jdbc;
        this.references = references;
    }

    /** Ids of the products by external id; tags and prices still to come. */
    Map<String, Long> create(String source, List<ProductRow> rows) {
        List<PriceRow> newest =
                rows.stream().map(row -> row.history().getLast()).toList();
        return ids(
                CREATE,
                references.vatRate(null, null),
                source,
                SqlValues.texts(newest, PriceRow::amountMinor),
                SqlValues.texts(newest, PriceRow::at),
                SqlValues.texts(rows, row -> row.prices().size()),
                described(rows, Description::recommendedAge),
                described(rows, Description::packageVolumeM3),
                EventJson.write(rows));
    }

    void tag(List<ProductRow> rows, Map<String, Long> ids) {
        jdbc.sql(TAG)
                .params(
                        each(rows, ids, ProductRow::tagIds),
                        SqlValues.texts(
                                rows.stream()
                                        .flatMap(row -> row.tagIds().stream())
                                        .toList(),
                                tag -> tag))
                .update();
    }

    /** Ids of the prices by external id; they rise with time. */
    Map<String, Long> price(String source, List<ProductRow> rows, Map<String, Long> ids) {
        List<PriceRow> prices =
                rows.stream().flatMap(row -> row.history().stream()).toList();
        return ids(
                PRICE,
                source,
                each(rows, ids, ProductRow::prices),
                SqlValues.texts(prices, PriceRow::amountMinor),
                SqlValues.texts(prices, PriceRow::at),
                SqlValues.texts(prices, PriceRow::byAdminId),
                SqlValues.texts(prices, PriceRow::externalId));
    }

    private Map<String, Long> ids(String sql, Object... values) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(sql).params(Arrays.asList(values)).query(row -> {
            ids.put(row.getString(1), row.getLong(2));
        });
        return ids;
    }

    /** The id of each product, as often as it has of these. */
    private static String[] each(
            List<ProductRow> rows, Map<String, Long> ids, Function<ProductRow, Collection<?>> many) {
        return rows.stream()
                .flatMap(row -> Stream.generate(() -> Objects.requireNonNull(ids.get(row.externalId())))
                        .limit(many.apply(row).size()))
                .map(Object::toString)
                .toArray(String[]::new);
    }

    /** What is read from the descriptions, null where nothing is. */
    private static @Nullable String[] described(List<ProductRow> rows, Function<Description, @Nullable Object> part) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            @Nullable Description description = rows.get(i).description();
            @Nullable Object value = description == null ? null : part.apply(description);
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }
}
