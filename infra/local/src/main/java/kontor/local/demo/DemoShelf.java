package kontor.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts the goods on the shelf: tags, the category tree with a picture for each, products with price and stock. */
final class DemoShelf {

    private final Api admin;
    private final DemoGoods goods;
    private final Map<String, Long> tags = new HashMap<>();
    private final Map<String, Long> categories = new HashMap<>();
    private final Map<String, Long> pictures = new HashMap<>();

    DemoShelf(Api admin, DemoGoods goods) {
        this.admin = admin;
        this.goods = goods;
    }

    void fill() {
        goods.tags().forEach(tag -> admin.create("/api/v1/tags", "demo:tag:" + tag.name(), tag));
        remember("/api/v1/tags?limit=100", tags);
        for (DemoGoods.Category category : goods.categories()) {
            Map<String, Object> body = new HashMap<>(Map.of("name", category.name()));
            @Nullable Long parent = categories.get(category.parent());
            if (parent != null) {
                body.put("parentId", parent);
            }
            admin.create("/api/v1/categories", "demo:category:" + category.name(), body);
            remember("/api/v1/categories?limit=100", categories);
        }
        goods.products().forEach(this::put);
    }

    private void put(DemoGoods.Product product) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name", product.name(),
                "priceMinor", product.priceMinor(),
                "barcode", product.barcode(),
                "tagIds", product.tags().stream().map(tags::get).toList(),
                "stockPolicy", product.stock() == null ? "UNTRACKED" : "TRACKED",
                "categoryId", Objects.requireNonNull(categories.get(product.category()), product.category())));
        if (product.vatPercentage() != null) {
            body.put("vatPercentage", product.vatPercentage());
        }
        admin.create("/api/v1/products", "demo:product:" + product.name(), body)
                .ifPresent(made -> finish(product, made));
    }

    private void finish(DemoGoods.Product product, JsonNode made) {
        String path = "/api/v1/products/" + made.get("id").asLong();
        JsonNode current = admin.get(path);
        JsonNode picture = current.path("imageUploadId");
        if (picture.isMissingNode() || picture.isNull()) {
            admin.patch(path, current.get("version").asLong(), Map.of("imageUploadId", pictureOf(product.category())));
        }
        if (product.stock() != null) {
            admin.create(
                    path + "/stock-corrections",
                    "demo:stock:" + product.name(),
                    Map.of("delta", product.stock(), "reason", "First filling of the shelf"));
        }
    }

    private long pictureOf(String category) {
        return pictures.computeIfAbsent(category, name -> {
            String colour = goods.categories().stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .colour();
            return admin.upload("PRODUCT", Picture.of(name, colour)).get("id").asLong();
        });
    }

    private void remember(String path, Map<String, Long> ids) {
        JsonNode items = admin.get(path).get("items");
        List.copyOf(items.valueStream().toList())
                .forEach(item ->
                        ids.put(item.get("name").asString(), item.get("id").asLong()));
    }
}
