package kontor.importer.retail.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.importer.retail.calls.RetailTransfer.Target;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Wares;
import kontor.importer.retail.source.Wares.Category;
import kontor.importer.retail.source.Wares.Product;
import org.jspecify.annotations.Nullable;

/** VAT rates, the category tree, and products with price and stock, to catalog-service. */
final class WaresTransfer {

    private static final int ROWS_MAX = 500;

    private final RetailTransfer transfer;
    private final Wares wares;

    WaresTransfer(RetailTransfer transfer, Wares wares) {
        this.transfer = transfer;
        this.wares = wares;
    }

    void vatRates() {
        transfer.send(
                Sheet.VAT_RATES,
                new Target("VAT rates", "/imports/vat-rates", "vatRates", ROWS_MAX),
                wares.vatRates(),
                rate -> {
                    Map<String, Object> row = RetailTransfer.row(rate.id());
                    row.put("percentage", rate.percentage());
                    return row;
                });
    }

    void categories() {
        transfer.send(
                Sheet.CATEGORIES,
                new Target("categories", "/imports/categories", "categories", ROWS_MAX),
                parentsFirst(),
                category -> {
                    Map<String, Object> row = RetailTransfer.row(category.id());
                    row.put("name", category.name());
                    row.put(
                            "parentExternalId",
                            category.parentId() == null ? null : Long.toString(category.parentId()));
                    return row;
                });
    }

    /** A parent in a later request would not be there yet. */
    private List<Category> parentsFirst() {
        Map<Long, List<Category>> byParent = new HashMap<>();
        List<Category> sorted = new ArrayList<>();
        for (Category category : wares.categories()) {
            @Nullable Long parent = category.parentId();
            if (parent == null) {
                sorted.add(category);
            } else {
                byParent.computeIfAbsent(parent, id -> new ArrayList<>()).add(category);
            }
        }
        for (int i = 0; i < sorted.size(); i++) {
            sorted.addAll(byParent.getOrDefault(sorted.get(i).id(), List.of()));
        }
        return sorted;
    }

    /** Of goods the files know no time: they begin now, by who imports. */
    void products(String adminId, Instant now) {
        transfer.send(
                Sheet.PRODUCTS,
                new Target("products", "/imports/products", "products", ROWS_MAX),
                wares.products(),
                product -> row(product, adminId, now));
    }

    private Map<String, Object> row(Product product, String adminId, Instant now) {
        Map<String, Object> price = RetailTransfer.row(product.id());
        price.put("at", now.toString());
        price.put("amountMinor", product.priceMinor());
        price.put("byAdminId", adminId);
        Map<String, Object> row = RetailTransfer.row(product.id());
        row.put("createdAt", now.toString());
        row.put("createdBy", adminId);
        row.put("name", product.name());
        row.put("barcode", null);
        row.put("active", true);
        row.put("stockPolicy", "TRACKED");
        row.put("revocable", true);
        row.put("imageUploadId", null);
        row.put("tagIds", List.of());
        row.put("prices", List.of(price));
        row.put("vatRateId", transfer.ids().get(Sheet.VAT_RATES, product.vatRateId()));
        row.put(
                "categoryId",
                product.categoryId() == null
                        ? null
                        : (Long) transfer.ids().get(Sheet.CATEGORIES, product.categoryId()));
        row.put("descriptionXml", product.description());
        row.put("openingStock", product.stock());
        return row;
    }
}
