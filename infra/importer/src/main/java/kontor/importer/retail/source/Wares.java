package kontor.importer.retail.source;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sold; prices are net, in minor units. */
public record Wares(List<VatRate> vatRates, List<Category> categories, List<Product> products) {

    /** A VAT rate. */
    public record VatRate(int line, long id, BigDecimal percentage) implements Entry {}

    /** A category; without parent it is at the top. */
    public record Category(
            int line, long id, String name, @Nullable Long parentId) implements Entry {}

    /** A product. */
    public record Product(
            int line,
            long id,
            String name,
            long priceMinor,
            int stock,
            long vatRateId,
            @Nullable Long categoryId,
            @Nullable String description)
            implements Entry {}
}
