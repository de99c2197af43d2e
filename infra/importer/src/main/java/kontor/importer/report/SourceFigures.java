package kontor.importer.report;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import kontor.importer.source.Community;
import kontor.importer.source.Goods;
import kontor.importer.source.People;
import kontor.importer.source.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the source, computed from its rows as they stand and by its own rules.
 *
 * @param credits of verified users, in minor units
 * @param stocks of countable products
 * @param prices the price row entered last, by product
 * @param sums what counts of purchases and replenishments, by product
 */
record SourceFigures(
        Map<Long, Long> credits, Map<Long, SourceStock> stocks, Map<Long, Long> prices, Map<Long, ProductSum> sums) {

    /** Pieces and money that count. */
    record ProductSum(long boughtPieces, long boughtMinor, long replenishedPieces, long replenishedMinor) {

        static final ProductSum NOTHING = new ProductSum(0, 0, 0, 0);

        ProductSum plus(ProductSum other) {
            return new ProductSum(
                    boughtPieces + other.boughtPieces,
                    boughtMinor + other.boughtMinor,
                    replenishedPieces + other.replenishedPieces,
                    replenishedMinor + other.replenishedMinor);
        }
    }

    static SourceFigures of(Community community) {
        SourceFigures figures = new SourceFigures(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        community.people().users().stream()
                .filter(People.User::verified)
                .forEach(user -> figures.credits.put(user.id(), 0L));
        for (Goods.Product product : community.goods().products()) {
            if (product.countable()) {
                figures.stocks.put(product.id(), new SourceStock());
            }
        }
        community.goods().prices().forEach(price -> figures.prices.put(price.productId(), price.priceMinor()));
        figures.read(community.shelf());
        return figures;
    }

    private void read(Shelf shelf) {
        shelf.deposits().stream()
                .filter(deposit -> !deposit.revoked())
                .forEach(deposit -> credits.merge(deposit.userId(), deposit.amountMinor(), Long::sum));
        shelf.purchases().stream().filter(purchase -> !purchase.revoked()).forEach(this::read);
        Map<Long, Shelf.Collection> collections =
                shelf.collections().stream().collect(toMap(Shelf.Collection::id, Function.identity()));
        for (Shelf.Line line : shelf.lines()) {
            Shelf.@Nullable Collection collection = collections.get(line.collectionId());
            if (collection != null && !collection.revoked()) {
                read(line, collection);
            }
        }
        Map<Long, Shelf.Stocktaking> stocktakings =
                shelf.stocktakings().stream().collect(toMap(Shelf.Stocktaking::id, Function.identity()));
        for (Shelf.Count count : shelf.counts()) {
            Shelf.@Nullable Stocktaking stocktaking = stocktakings.get(count.stocktakingId());
            @Nullable SourceStock stock = stocks.get(count.productId());
            if (stocktaking != null && stock != null && !stocktaking.revoked()) {
                stock.counts().add(new SourceStock.Base(count, stocktaking));
            }
        }
    }

    private void read(Shelf.Purchase purchase) {
        long cost = purchase.unitPriceMinor() * purchase.amount();
        credits.merge(purchase.userId(), -cost, Long::sum);
        sums.merge(purchase.productId(), new ProductSum(purchase.amount(), cost, 0, 0), ProductSum::plus);
        @Nullable SourceStock stock = stocks.get(purchase.productId());
        if (stock != null) {
            stock.purchases().add(purchase);
        }
    }

    private void read(Shelf.Line line, Shelf.Collection collection) {
        if (!line.revoked()) {
            credits.merge(collection.sellerId(), line.totalPriceMinor(), Long::sum);
            sums.merge(line.productId(), new ProductSum(0, 0, line.amount(), line.totalPriceMinor()), ProductSum::plus);
        }
        @Nullable SourceStock stock = stocks.get(line.productId());
        if (stock != null) {
            stock.lines().add(new SourceStock.Brought(line, collection));
        }
    }

    long creditOfAll() {
        return credits.values().stream().mapToLong(Long::longValue).sum();
    }
}
