package kontor.catalog.showcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kontor.catalog.core.Decimals;
import kontor.catalog.core.StockPolicy;
import kontor.catalog.description.Description;
import kontor.catalog.showcase.ProductView.StockFigures;
import kontor.catalog.showcase.ProductView.TagLabel;
import kontor.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into what one caller may see of them (C-12). */
final class ProductRows implements RowMapper<ProductView> {

    /** Everything a view is made of; {@code p} is the product. */
    static final String COLUMNS = """
            p.id, p.version, p.name, p.barcode, p.active, p.image_upload_id, p.created_at, p.created_by, p.stock_policy,
            p.revocable, p.price_minor, p.price_valid_from, p.vat_rate_id, p.category_id, p.last_ordered_at,
            p.external_source, p.external_id, p.recommended_age, v.percentage as vat_percentage,
            round(p.price_minor * (100 + v.percentage) / 100) as gross_price_minor,
            s.on_hand, s.reserved, (select u.filename from upload u where u.id = p.image_upload_id) as image_filename,
            (select coalesce(json_agg(json_build_object('id', t.id, 'version', t.version, 'name', t.name,
                    'forSale', t.is_for_sale) order by t.id), '[]')
                from product_tag pt join tag t on t.id = pt.tag_id where pt.product_id = p.id) as tags
            """;

    static final String TABLES = """
            product p join vat_rate v on v.id = p.vat_rate_id
            left join stock s on s.product_id = p.id and s.tracked
            """;

    private final JsonMapper mapper;
    private final boolean admin;
    private final boolean member;
    private final boolean described;

    /** @param described whether the description is wanted too; its column must then be selected */
    ProductRows(JsonMapper mapper, Caller caller, boolean described) {
        this(mapper, caller.isAdmin(), caller.isMember(), described);
    }

    private ProductRows(JsonMapper mapper, boolean admin, boolean member, boolean described) {
        this.mapper = mapper;
        this.admin = admin;
        this.member = member;
        this.described = described;
    }

    static ProductRows forAdmin(JsonMapper mapper) {
        return new ProductRows(mapper, true, true, true);
    }

    @Override
    public ProductView mapRow(ResultSet row, int number) throws SQLException {
        List<TagLabel> tags = List.of(mapper.readValue(row.getString("tags"), TagLabel[].class));
        boolean open = row.getBoolean("active") || admin;
        @Nullable String xml = open && described ? row.getString("description_xml") : null;
        return new ProductView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("name"),
                row.getString("barcode"),
                row.getBoolean("active"),
                row.getObject("image_upload_id", Long.class),
                row.getString("image_filename"),
                tags.stream().map(TagLabel::id).toList(),
                tags,
                instant(row, "created_at"),
                open ? StockPolicy.valueOf(row.getString("stock_policy")) : null,
                open ? row.getBoolean("revocable") : null,
                open ? tags.stream().allMatch(TagLabel::forSale) : null,
                open ? row.getLong("price_minor") : null,
                open ? row.getLong("gross_price_minor") : null,
                open ? instant(row, "price_valid_from") : null,
                open ? row.getLong("vat_rate_id") : null,
                open ? Decimals.plain(row.getBigDecimal("vat_percentage")) : null,
                open ? row.getObject("category_id", Long.class) : null,
                open ? stock(row) : null,
                admin ? row.getObject("created_by", UUID.class) : null,
                admin && row.getObject("last_ordered_at") != null ? instant(row, "last_ordered_at") : null,
                open ? row.getString("external_source") : null,
                open ? row.getString("external_id") : null,
                xml,
                xml == null ? null : Description.of(xml));
    }

    private @Nullable StockFigures stock(ResultSet row) throws SQLException {
        @Nullable Integer onHand = row.getObject("on_hand", Integer.class);
        if (!member || onHand == null) {
            return null;
        }
        int reserved = row.getInt("reserved");
        return new StockFigures(admin ? onHand : null, admin ? reserved : null, onHand - reserved);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
