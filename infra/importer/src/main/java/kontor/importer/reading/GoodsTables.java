package kontor.importer.reading;

import java.sql.SQLException;
import java.util.regex.Pattern;
import kontor.importer.source.Goods;
import kontor.importer.source.Table;
import org.jspecify.annotations.Nullable;

/** The tables about goods. */
final class GoodsTables {

    private static final int TAG_MAX = 24;
    private static final int NAME_MAX = 64;
    private static final int BARCODE_MAX = 32;
    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{C}]+");

    private GoodsTables() {}

    static Goods read(CommunityReader reader) {
        return new Goods(
                reader.all(
                        Table.TAGS,
                        row -> new Goods.Tag(
                                row.id(),
                                row.text("name", TAG_MAX),
                                row.reference("created_by"),
                                row.flag("is_for_sale"))),
                reader.all(
                        Table.UPLOADS,
                        row -> new Goods.Upload(
                                row.id(),
                                row.instant("timestamp"),
                                row.reference("admin_id"),
                                row.text("filename", NAME_MAX))),
                reader.all(Table.PRODUCTS, GoodsTables::product),
                reader.all(
                        Table.PRODUCT_PRICES,
                        row -> new Goods.Price(
                                row.id(),
                                row.instant("timestamp"),
                                row.money("price"),
                                row.reference("product_id"),
                                row.reference("admin_id"))),
                reader.all(
                        Table.PRODUCT_TAGS,
                        row -> new Goods.ProductTag(row.id(), row.reference("product_id"), row.reference("tag_id"))));
    }

    private static Goods.Product product(Row row) throws SQLException {
        @Nullable String barcode = row.textOrNone("barcode", BARCODE_MAX);
        if (barcode != null && !VISIBLE.matcher(barcode).matches()) {
            row.fault("barcode holds a blank or an invisible character");
        }
        return new Goods.Product(
                row.id(),
                row.instant("creation_date"),
                row.reference("created_by"),
                row.text("name", NAME_MAX),
                barcode,
                row.flag("active"),
                row.flag("countable"),
                row.flag("revocable"),
                row.referenceOrNone("image_upload_id"));
    }
}
