package kontor.importer.calls;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import kontor.importer.calls.Batch.Row;
import kontor.importer.source.Goods;
import kontor.importer.source.Table;

/** Tags, and products with their price history, to catalog-service. */
final class GoodsTransfer {

    private final Transfer transfer;
    private final Goods goods;

    GoodsTransfer(Transfer transfer, Goods goods) {
        this.transfer = transfer;
        this.goods = goods;
    }

    void tags() {
        Batch batch = transfer.batch("/imports/tags", "tags");
        transfer.progress().begin("tags", goods.tags().size());
        for (Goods.Tag tag : goods.tags()) {
            Map<String, Object> row = Transfer.row(tag.id());
            row.put("name", tag.name());
            row.put("forSale", tag.forSale());
            batch.add(new Row(row, (id, outcome) -> {
                transfer.ids().tags().put(tag.id(), Long.valueOf(id));
                transfer.count(Table.TAGS, outcome, 1);
            }));
        }
        batch.send();
    }

    void products() {
        Map<Long, List<Goods.Price>> prices = goods.prices().stream().collect(groupingBy(Goods.Price::productId));
        Map<Long, SortedSet<Long>> tags = goods.productTags().stream()
                .collect(groupingBy(
                        Goods.ProductTag::productId, mapping(Goods.ProductTag::tagId, toCollection(TreeSet::new))));
        Batch batch = transfer.batch("/imports/products", "products");
        transfer.progress().begin("products", goods.products().size());
        for (Goods.Product product : goods.products()) {
            List<Goods.Price> history = prices.getOrDefault(product.id(), List.of());
            SortedSet<Long> own = tags.getOrDefault(product.id(), new TreeSet<>());
            batch.add(new Row(row(product, own, history), (id, outcome) -> {
                transfer.ids().products().put(product.id(), Long.valueOf(id));
                transfer.count(Table.PRODUCTS, outcome, 1);
                transfer.tally().add(Table.PRODUCT_PRICES, outcome, history.size());
                transfer.tally().add(Table.PRODUCT_TAGS, outcome, own.size());
            }));
        }
        batch.send();
    }

    private Map<String, Object> row(Goods.Product product, SortedSet<Long> tags, List<Goods.Price> prices) {
        Map<String, Object> row = Transfer.row(product.id());
        row.put("createdAt", product.createdAt().toString());
        row.put("createdBy", transfer.ids().member(product.createdBy()));
        row.put("name", product.name());
        row.put("barcode", product.barcode());
        row.put("active", product.active());
        row.put("stockPolicy", product.countable() ? "TRACKED" : "UNTRACKED");
        row.put("revocable", product.revocable());
        row.put("imageUploadId", transfer.ids().productPictures().get(product.id()));
        row.put(
                "tagIds",
                tags.stream()
                        .map(tag -> Objects.requireNonNull(transfer.ids().tags().get(tag)))
                        .toList());
        row.put(
                "prices",
                prices.stream()
                        .sorted(Comparator.comparing(Goods.Price::at).thenComparingLong(Goods.Price::id))
                        .map(this::price)
                        .toList());
        return row;
    }

    private Map<String, Object> price(Goods.Price price) {
        Map<String, Object> row = Transfer.row(price.id());
        row.put("at", price.at().toString());
        row.put("amountMinor", price.priceMinor());
        row.put("byAdminId", transfer.ids().member(price.adminId()));
        return row;
    }
}
