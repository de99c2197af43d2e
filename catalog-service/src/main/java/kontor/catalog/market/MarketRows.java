package kontor.catalog.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import kontor.catalog.core.ListingStatus;
import kontor.catalog.core.ShipFrom;
import kontor.catalog.market.ListingView.Image;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns rows into what one caller may see of them.
 *
 * @param mayLocate whether he may know the address of the seller of this id
 */
record MarketRows(JsonMapper mapper, Predicate<UUID> mayLocate) implements RowMapper<ListingView> {

    /** Everything a view is made of; {@code l} is the listing. */
    static final String SELECT = """
            select l.id, l.version, l.seller_id, l.title, l.product_id, l.category_id, l.description,
                l.unit_price_minor, l.quantity, l.reserved, l.weight_g, l.packaging_id,
                l.ship_from_name, l.ship_from_street, l.ship_from_zip_code, l.ship_from_city, l.ship_from_country,
                l.ship_from_phone, l.status, l.created_at, l.external_source, l.external_id,
                (select coalesce(json_agg(json_build_object('uploadId', i.upload_id, 'filename', u.filename)
                        order by i.position), '[]')
                    from listing_image i join upload u on u.id = i.upload_id where i.listing_id = l.id) as images
            from listing l
            """;

    @Override
    public ListingView mapRow(ResultSet row, int number) throws SQLException {
        UUID sellerId = row.getObject("seller_id", UUID.class);
        List<Image> images = List.of(mapper.readValue(row.getString("images"), Image[].class));
        int quantity = row.getInt("quantity");
        int reserved = row.getInt("reserved");
        return new ListingView(
                row.getLong("id"),
                row.getLong("version"),
                sellerId,
                row.getString("title"),
                row.getObject("product_id", Long.class),
                row.getObject("category_id", Long.class),
                row.getString("description"),
                row.getObject("unit_price_minor", Long.class),
                quantity,
                reserved,
                quantity - reserved,
                row.getObject("weight_g", Integer.class),
                row.getObject("packaging_id", Long.class),
                row.getString("ship_from_country"),
                mayLocate.test(sellerId) ? shipFrom(row) : null,
                ListingStatus.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                images.stream().map(Image::uploadId).toList(),
                images,
                row.getString("external_source"),
                row.getString("external_id"));
    }

    private static @Nullable ShipFrom shipFrom(ResultSet row) throws SQLException {
        @Nullable String name = row.getString("ship_from_name");
        return name == null
                ? null
                : new ShipFrom(
                        name,
                        row.getString("ship_from_street"),
                        row.getString("ship_from_zip_code"),
                        row.getString("ship_from_city"),
                        row.getString("ship_from_country"),
                        row.getString("ship_from_phone"));
    }
}
