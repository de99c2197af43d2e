package kontor.importer.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kontor.importer.source.Shelf;
import kontor.importer.source.Table;

/**
 * What can be revoked, and where its history lies.
 *
 * @param revoked by id, as the thing's own flag says
 */
record Things(Table table, Table history, Map<Long, Boolean> revoked) {

    static List<Things> of(Shelf shelf) {
        return List.of(
                of(Table.DEPOSITS, Table.DEPOSIT_REVOKES, shelf.deposits(), Shelf.Deposit::id, Shelf.Deposit::revoked),
                of(
                        Table.REPLENISHMENT_COLLECTIONS,
                        Table.COLLECTION_REVOKES,
                        shelf.collections(),
                        Shelf.Collection::id,
                        Shelf.Collection::revoked),
                of(
                        Table.REPLENISHMENTS,
                        Table.REPLENISHMENT_REVOKES,
                        shelf.lines(),
                        Shelf.Line::id,
                        Shelf.Line::revoked),
                of(
                        Table.PURCHASES,
                        Table.PURCHASE_REVOKES,
                        shelf.purchases(),
                        Shelf.Purchase::id,
                        Shelf.Purchase::revoked),
                of(
                        Table.STOCKTAKING_COLLECTIONS,
                        Table.STOCKTAKING_REVOKES,
                        shelf.stocktakings(),
                        Shelf.Stocktaking::id,
                        Shelf.Stocktaking::revoked));
    }

    private static <T> Things of(
            Table table, Table history, List<T> rows, Function<T, Long> id, Function<T, Boolean> revoked) {
        Map<Long, Boolean> flags = new LinkedHashMap<>();
        rows.forEach(row -> flags.put(id.apply(row), revoked.apply(row)));
        return new Things(table, history, flags);
    }
}
