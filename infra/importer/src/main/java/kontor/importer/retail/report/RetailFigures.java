package kontor.importer.retail.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.importer.calls.ShopClient;
import kontor.importer.retail.calls.RetailExisting;
import kontor.importer.retail.source.Totals.Sum;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the shop answers now about what came from the files, by the ids there; money in minor units. */
record RetailFigures(Map<Long, Ware> products, Map<Long, Sum> orders, Map<Long, Sum> invoices) {

    /**
     * A product.
     *
     * @param onHand null if it is not counted any more
     */
    record Ware(@Nullable Long onHand, long priceMinor) {}

    static RetailFigures of(ShopClient shop) {
        Map<Long, Ware> products = new HashMap<>();
        for (JsonNode product : shop.list("/products?active=any")) {
            @Nullable Long old = RetailExisting.sourceId(product);
            if (old != null) {
                JsonNode onHand = product.path("stock").path("onHand");
                products.put(
                        old,
                        new Ware(
                                onHand.isNumber() ? onHand.asLong() : null,
                                product.required("priceMinor").asLong()));
            }
        }
        return new RetailFigures(
                products, sums(shop.list("/orders?sort=placedAt")), sums(shop.list("/invoices?sort=issuedAt")));
    }

    private static Map<Long, Sum> sums(List<JsonNode> rows) {
        Map<Long, Sum> sums = new HashMap<>();
        for (JsonNode row : rows) {
            @Nullable Long old = RetailExisting.sourceId(row);
            if (old != null) {
                sums.put(
                        old,
                        new Sum(
                                row.required("netMinor").asLong(),
                                row.required("grossMinor").asLong()));
            }
        }
        return sums;
    }
}
