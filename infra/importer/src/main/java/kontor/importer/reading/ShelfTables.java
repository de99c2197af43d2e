package kontor.importer.reading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kontor.importer.source.Shelf;
import kontor.importer.source.Table;

/** The tables about what happened at the shelf. */
final class ShelfTables {

    private static final int COMMENT_MAX = 64;
    private static final int COUNT_MAX = 1_000_000;
    private static final long DEPOSIT_MAX = 1_000_000_000;

    private ShelfTables() {}

    static Shelf read(CommunityReader reader) {
        return new Shelf(
                reader.all(Table.DEPOSITS, ShelfTables::deposit),
                reader.all(
                        Table.REPLENISHMENT_COLLECTIONS,
                        row -> new Shelf.Collection(
                                row.id(),
                                row.stamp("timestamp"),
                                row.reference("admin_id"),
                                row.reference("seller_id"),
                                row.flag("revoked"),
                                row.text("comment", COMMENT_MAX))),
                reader.all(
                        Table.REPLENISHMENTS,
                        row -> new Shelf.Line(
                                row.id(),
                                row.reference("replcoll_id"),
                                row.reference("product_id"),
                                row.flag("revoked"),
                                row.pieces("amount"),
                                row.money("total_price"))),
                reader.all(Table.PURCHASES, ShelfTables::purchase),
                reader.all(
                        Table.STOCKTAKING_COLLECTIONS,
                        row -> new Shelf.Stocktaking(
                                row.id(), row.stamp("timestamp"), row.flag("revoked"), row.reference("admin_id"))),
                reader.all(
                        Table.STOCKTAKINGS,
                        row -> new Shelf.Count(
                                row.id(),
                                (int) row.number("count", 0, COUNT_MAX),
                                row.reference("product_id"),
                                row.reference("collection_id"))),
                switches(reader));
    }

    private static Shelf.Deposit deposit(Row row) throws SQLException {
        long amount = row.number("amount", -DEPOSIT_MAX, DEPOSIT_MAX);
        if (amount == 0) {
            row.fault("amount is 0");
        }
        return new Shelf.Deposit(
                row.id(),
                row.stamp("timestamp"),
                row.reference("user_id"),
                row.reference("admin_id"),
                amount,
                row.text("comment", COMMENT_MAX),
                row.flag("revoked"));
    }

    private static Shelf.Purchase purchase(Row row) throws SQLException {
        long price = row.money("productprice");
        int amount = row.pieces("amount");
        if (Math.abs(price * amount) > Row.MONEY_MAX) {
            row.fault("%d pieces at %d are more money than possible".formatted(amount, price));
        }
        return new Shelf.Purchase(
                row.id(),
                row.stamp("timestamp"),
                row.referenceOrNone("admin_id"),
                row.reference("user_id"),
                row.reference("product_id"),
                price,
                amount,
                row.flag("revoked"));
    }

    private static List<Shelf.Switch> switches(CommunityReader reader) {
        List<Shelf.Switch> switches = new ArrayList<>();
        switches.addAll(switches(reader, Table.DEPOSIT_REVOKES, "deposit_id"));
        switches.addAll(switches(reader, Table.COLLECTION_REVOKES, "replcoll_id"));
        switches.addAll(switches(reader, Table.REPLENISHMENT_REVOKES, "repl_id"));
        switches.addAll(switches(reader, Table.PURCHASE_REVOKES, "purchase_id"));
        switches.addAll(switches(reader, Table.STOCKTAKING_REVOKES, "collection_id"));
        return switches;
    }

    private static List<Shelf.Switch> switches(CommunityReader reader, Table table, String thing) {
        return reader.all(
                table,
                row -> new Shelf.Switch(
                        table,
                        row.id(),
                        row.stamp("timestamp"),
                        row.flag("revoked"),
                        row.reference(thing),
                        table == Table.PURCHASE_REVOKES ? null : row.reference("admin_id")));
    }
}
