package kontor.importer.report;

import java.util.HashMap;
import java.util.Map;
import kontor.importer.calls.ShopClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the shop answers now.
 *
 * @param credits by member, in minor units
 * @param products by id
 * @param sums by product
 */
record ShopFigures(Map<String, Long> credits, Map<Long, Product> products, Map<Long, SourceFigures.ProductSum> sums) {

    /**
     * A product.
     *
     * @param onHand null if it is not counted
     */
    record Product(@Nullable Long onHand, long priceMinor, boolean active) {}

    static ShopFigures of(ShopClient shop) {
        Map<String, Long> credits = new HashMap<>();
        for (JsonNode account : shop.list("/accounts?sort=creditMinor")) {
            credits.put(
                    account.required("memberId").asString(),
                    account.required("creditMinor").asLong());
        }
        Map<Long, Product> products = new HashMap<>();
        for (JsonNode product : shop.list("/products?active=any")) {
            JsonNode onHand = product.path("stock").path("onHand");
            products.put(
                    product.required("id").asLong(),
                    new Product(
                            onHand.isNumber() ? onHand.asLong() : null,
                            product.required("priceMinor").asLong(),
                            product.required("active").asBoolean()));
        }
        Map<Long, SourceFigures.ProductSum> sums = new HashMap<>();
        for (JsonNode sum : shop.list("/finance/product-sums?sort=productId")) {
            sums.put(
                    sum.required("productId").asLong(),
                    new SourceFigures.ProductSum(
                            sum.required("boughtPieces").asLong(),
                            sum.required("boughtGrossMinor").asLong(),
                            sum.required("replenishedPieces").asLong(),
                            sum.required("replenishedMinor").asLong()));
        }
        return new ShopFigures(credits, products, sums);
    }
}
