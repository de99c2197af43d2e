package kontor.importer.retail.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kontor.importer.calls.ShopClient;
import kontor.importer.report.Comparison;
import kontor.importer.retail.source.Entry;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Totals.Sum;
import kontor.importer.retail.source.Wares;
import org.jspecify.annotations.Nullable;

/** The files beside the shop: the stock of each product, the totals of each order and invoice. */
public final class RetailComparison {

    private final List<String> differences = new ArrayList<>();
    private final List<String> agreed = new ArrayList<>();

    private RetailComparison() {}

    public static Comparison of(Retail retail, ShopClient shop) {
        RetailFigures figures = RetailFigures.of(shop);
        RetailComparison comparison = new RetailComparison();
        comparison.products(retail.wares().products(), figures.products());
        comparison.totals("order", retail.trade().orders(), retail.orderSums(), figures.orders());
        comparison.totals("invoice", retail.billing().invoices(), retail.invoiceSums(), figures.invoices());
        return new Comparison(List.copyOf(comparison.differences), List.of(), List.copyOf(comparison.agreed));
    }

    private void products(List<Wares.Product> products, Map<Long, RetailFigures.Ware> there) {
        for (Wares.Product product : products) {
            String name = "product %d %s".formatted(product.id(), product.name());
            RetailFigures.@Nullable Ware ware = there.get(product.id());
            if (ware == null) {
                differences.add("%s is not among the products of the shop".formatted(name));
                continue;
            }
            int before = differences.size();
            if (ware.onHand() == null || ware.onHand() != product.stock()) {
                differences.add("stock of %s: %d in the source, %s in the shop"
                        .formatted(
                                name, product.stock(), ware.onHand() == null ? "none" : "%d".formatted(ware.onHand())));
            }
            if (ware.priceMinor() != product.priceMinor()) {
                differences.add("price of %s: %s in the source, %s in the shop"
                        .formatted(name, money(product.priceMinor()), money(ware.priceMinor())));
            }
            agree(before, "%s: %d pieces, net %s".formatted(name, product.stock(), money(product.priceMinor())));
        }
    }

    private void totals(String what, List<? extends Entry> entries, Map<Long, Sum> expected, Map<Long, Sum> there) {
        for (Entry entry : entries) {
            Sum sum = Objects.requireNonNull(expected.get(entry.id()));
            @Nullable Sum actual = there.get(entry.id());
            int before = differences.size();
            if (actual == null) {
                differences.add("%s %d is not in the shop".formatted(what, entry.id()));
            } else if (!actual.equals(sum)) {
                differences.add("%s %d: net %s and gross %s in the source, net %s and gross %s in the shop"
                        .formatted(
                                what,
                                entry.id(),
                                money(sum.netMinor()),
                                money(sum.grossMinor()),
                                money(actual.netMinor()),
                                money(actual.grossMinor())));
            }
            agree(
                    before,
                    "%s %d: net %s, gross %s"
                            .formatted(what, entry.id(), money(sum.netMinor()), money(sum.grossMinor())));
        }
    }

    /** Minor units as people write them. */
    static String money(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private void agree(int before, String what) {
        if (differences.size() == before) {
            agreed.add(what);
        }
    }
}
