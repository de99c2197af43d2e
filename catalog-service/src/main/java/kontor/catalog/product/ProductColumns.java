package kontor.catalog.product;

import java.util.List;
import kontor.catalog.core.StockPolicy;
import org.jspecify.annotations.Nullable;

/** All columns of a product, as its facts carry them; the tags by rising id. */
public record ProductColumns(
        long productId,
        String name,
        @Nullable String barcode,
        boolean active,
        StockPolicy stockPolicy,
        boolean revocable,
        @Nullable Long imageUploadId,
        long vatRateId,
        @Nullable Long categoryId,
        List<Long> tagIds) {

    static ProductColumns of(Product product) {
        Attributes is = product.attributes();
        return new ProductColumns(
                product.id(),
                is.name(),
                is.barcode(),
                is.active(),
                is.stockPolicy(),
                is.revocable(),
                is.imageUploadId(),
                is.vatRateId(),
                is.categoryId(),
                is.tagIds().stream().sorted().toList());
    }
}
