package kontor.importer.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kontor.importer.reading.Findings;
import kontor.importer.source.Community;
import kontor.importer.source.Goods;
import kontor.importer.source.Shelf;
import kontor.importer.source.Table;

/** How much belongs to one thing: what is sent in one piece has a bound, and some of it must not be missing. */
final class Sizes {

    private static final int PRICES_MAX = 500;
    private static final int TAGS_MAX = 100;
    private static final int LINES_MAX = 500;

    /** A body of 256 KiB holds no more counts. */
    private static final int COUNTS_MAX = 3_000;

    private final Findings findings;

    private Sizes(Findings findings) {
        this.findings = findings;
    }

    static void check(Community community, Findings findings) {
        Sizes sizes = new Sizes(findings);
        sizes.goods(community.goods());
        sizes.replenishments(community.shelf());
        sizes.stocktakings(community.shelf());
    }

    private void goods(Goods goods) {
        Map<Long, Integer> prices = new HashMap<>();
        goods.prices().forEach(price -> prices.merge(price.productId(), 1, Integer::sum));
        Map<Long, Set<Long>> tags = new HashMap<>();
        goods.productTags()
                .forEach(row -> tags.computeIfAbsent(row.productId(), id -> new HashSet<>())
                        .add(row.tagId()));
        for (Goods.Product product : goods.products()) {
            require(prices.getOrDefault(product.id(), 0), 1, PRICES_MAX, "prices", Table.PRODUCTS, product.id());
            int count = tags.getOrDefault(product.id(), Set.of()).size();
            require(count, 0, TAGS_MAX, "tags", Table.PRODUCTS, product.id());
        }
    }

    private void replenishments(Shelf shelf) {
        Map<Long, Integer> lines = new HashMap<>();
        shelf.lines().forEach(line -> lines.merge(line.collectionId(), 1, Integer::sum));
        for (Shelf.Collection row : shelf.collections()) {
            int count = lines.getOrDefault(row.id(), 0);
            require(count, 1, LINES_MAX, "replenishments", Table.REPLENISHMENT_COLLECTIONS, row.id());
        }
    }

    private void stocktakings(Shelf shelf) {
        Map<Long, Integer> counts = new HashMap<>();
        Map<Long, Set<Long>> products = new HashMap<>();
        for (Shelf.Count count : shelf.counts()) {
            counts.merge(count.stocktakingId(), 1, Integer::sum);
            if (!products.computeIfAbsent(count.stocktakingId(), id -> new HashSet<>())
                    .add(count.productId())) {
                findings.add(
                        Table.STOCKTAKINGS,
                        count.id(),
                        "product %d is counted a second time in row %d of stocktakingcollections"
                                .formatted(count.productId(), count.stocktakingId()));
            }
        }
        for (Shelf.Stocktaking row : shelf.stocktakings()) {
            int count = counts.getOrDefault(row.id(), 0);
            require(count, 1, COUNTS_MAX, "stocktakings", Table.STOCKTAKING_COLLECTIONS, row.id());
        }
    }

    private void require(int count, int least, int most, String what, Table table, long row) {
        if (count < least) {
            findings.add(table, row, "it has no %s".formatted(what));
        }
        if (count > most) {
            findings.add(table, row, "it has %d %s, at most %d are possible".formatted(count, what, most));
        }
    }
}
