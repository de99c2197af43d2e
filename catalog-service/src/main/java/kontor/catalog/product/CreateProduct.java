package kontor.catalog.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import kontor.catalog.core.StockPolicy;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/** A product shall exist, at this price. */
record CreateProduct(
        String name,
        long priceMinor,
        @Nullable String barcode,
        List<Long> tagIds,
        boolean active,
        StockPolicy stockPolicy,
        boolean revocable,
        @Nullable Long vatRateId,
        @Nullable BigDecimal vatPercentage,
        @Nullable Long categoryId,
        @Nullable String categoryName,
        @Nullable String descriptionXml,
        UUID adminId,
        RequestKey key) {}
