package kontor.reporting.newest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is used of the newest state of a product.
 *
 * @param categoryPath ids from the root to its own category; empty without one
 */
public record Product(
        long productId,
        String name,
        boolean active,
        boolean forSale,
        String stockPolicy,
        long priceMinor,
        Instant priceValidFrom,
        @Nullable Long categoryId,
        List<Long> categoryPath,
        boolean withdrawn) {

    public boolean isTracked() {
        return stockPolicy.equals("TRACKED");
    }
}
