package kontor.catalog.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import kontor.catalog.core.StockPolicy;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Sent;

/** A product shall be changed in what is sent. */
record EditProduct(
        long id,
        Sent<String> name,
        Sent<Long> priceMinor,
        Sent<String> barcode,
        Sent<List<Long>> tagIds,
        Sent<Boolean> active,
        Sent<StockPolicy> stockPolicy,
        Sent<Boolean> revocable,
        Sent<Long> vatRateId,
        Sent<BigDecimal> vatPercentage,
        Sent<Long> categoryId,
        Sent<String> categoryName,
        Sent<String> descriptionXml,
        Sent<Long> imageUploadId,
        UUID adminId,
        IfMatch expected) {}
