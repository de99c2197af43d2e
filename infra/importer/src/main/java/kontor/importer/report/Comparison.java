package kontor.importer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kontor.importer.calls.Ids;
import kontor.importer.report.SourceFigures.ProductSum;
import kontor.importer.source.Community;
import kontor.importer.source.Goods;
import kontor.importer.source.People;
import org.jspecify.annotations.Nullable;

/**
 * The source beside the shop.
 *
 * @param differences what is not as it should be, one line each
 * @param explained where the source's own figure is at fault and the shop is right
 * @param agreed what was compared and found equal, one line each
 */
public record Comparison(List<String> differences, List<String> explained, List<String> agreed) {

    static Comparison of(Community community, SourceFigures source, ShopFigures shop, Ids ids) {
        Comparison comparison = new Comparison(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        comparison.credits(community, source, shop, ids);
        comparison.products(community, source, shop, ids);
        comparison.totals(community, source, shop, ids);
        return comparison;
    }

    public boolean isClean() {
        return differences.isEmpty();
    }

    private void credits(Community community, SourceFigures source, ShopFigures shop, Ids ids) {
        int before = differences.size();
        for (People.User user : community.people().users()) {
            @Nullable Long expected = source.credits().get(user.id());
            if (expected != null) {
                @Nullable Long actual = shop.credits().get(ids.members().get(user.id()));
                compare("credit of user %d %s".formatted(user.id(), user.name()), expected, actual);
            }
        }
        agree(before, "%d credits, together %d".formatted(source.credits().size(), source.creditOfAll()));
    }

    private void products(Community community, SourceFigures source, ShopFigures shop, Ids ids) {
        int before = differences.size();
        for (Goods.Product product : community.goods().products()) {
            String name = "product %d %s".formatted(product.id(), product.name());
            ShopFigures.@Nullable Product there =
                    shop.products().get(ids.products().get(product.id()));
            if (there == null) {
                differences.add("%s is not among the products of the shop".formatted(name));
                continue;
            }
            stock(name, source.stocks().get(product.id()), there);
            if (product.active() != there.active()) {
                differences.add("%s: %s in the source, %s in the shop"
                        .formatted(name, activity(product.active()), activity(there.active())));
            }
            price(
                    name,
                    product,
                    community.goods(),
                    there,
                    Objects.requireNonNull(source.prices().get(product.id())));
        }
        agree(
                before,
                "%d products with their prices, %d stocks"
                        .formatted(
                                community.goods().products().size(),
                                source.stocks().size()));
    }

    private void stock(String name, @Nullable SourceStock stock, ShopFigures.Product there) {
        if (stock == null) {
            if (there.onHand() != null) {
                differences.add(
                        "stock of %s: not counted in the source, %d in the shop".formatted(name, there.onHand()));
            }
            return;
        }
        long right = stock.right();
        compare("stock of " + name, right, there.onHand());
        if (stock.shown() != right) {
            explained.add("stock of %s: the source shows %d, the shop %d: %s"
                    .formatted(name, stock.shown(), right, String.join("; ", stock.reasons())));
        }
    }

    private void price(String name, Goods.Product product, Goods goods, ShopFigures.Product there, long enteredLast) {
        if (there.priceMinor() == enteredLast) {
            return;
        }
        long newest = goods.prices().stream()
                .filter(price -> price.productId() == product.id())
                .max(java.util.Comparator.comparing(Goods.Price::at).thenComparingLong(Goods.Price::id))
                .orElseThrow()
                .priceMinor();
        if (there.priceMinor() == newest) {
            explained.add("price of %s: the source shows %d, which was entered last, the shop %d, which is dated later"
                    .formatted(name, enteredLast, newest));
        } else {
            compare("price of " + name, enteredLast, there.priceMinor());
        }
    }

    private void totals(Community community, SourceFigures source, ShopFigures shop, Ids ids) {
        ProductSum expected = ProductSum.NOTHING;
        ProductSum actual = ProductSum.NOTHING;
        for (Goods.Product product : community.goods().products()) {
            expected = expected.plus(source.sums().getOrDefault(product.id(), ProductSum.NOTHING));
            @Nullable Long id = ids.products().get(product.id());
            actual = actual.plus(id == null ? ProductSum.NOTHING : sumOf(shop.sums(), id));
        }
        int before = differences.size();
        compare("pieces bought", expected.boughtPieces(), actual.boughtPieces());
        compare("money of purchases", expected.boughtMinor(), actual.boughtMinor());
        compare("pieces replenished", expected.replenishedPieces(), actual.replenishedPieces());
        compare("money of replenishments", expected.replenishedMinor(), actual.replenishedMinor());
        agree(
                before,
                "purchases of %d pieces for %d, replenishments of %d pieces for %d"
                        .formatted(
                                expected.boughtPieces(),
                                expected.boughtMinor(),
                                expected.replenishedPieces(),
                                expected.replenishedMinor()));
    }

    private static ProductSum sumOf(Map<Long, ProductSum> sums, long id) {
        return sums.getOrDefault(id, ProductSum.NOTHING);
    }

    private void compare(String what, long expected, @Nullable Long actual) {
        if (actual == null || actual != expected) {
            differences.add("%s: %d in the source, %s in the shop"
                    .formatted(what, expected, actual == null ? "none" : "%d".formatted(actual)));
        }
    }

    private void agree(int before, String what) {
        if (differences.size() == before) {
            agreed.add(what);
        }
    }

    private static String activity(boolean active) {
        return active ? "active" : "inactive";
    }
}
