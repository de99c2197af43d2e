package kontor.catalog.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import kontor.catalog.core.PriceMinor;
import kontor.platform.rejection.AmountOutOfRange;
import org.jspecify.annotations.Nullable;

/** A product as everybody else knows it. One whose gross price leaves the range of G-8 cannot come to be. */
record ProductState(
        long productId,
        String name,
        @Nullable String barcode,
        boolean active,
        boolean forSale,
        String stockPolicy,
        boolean revocable,
        long priceMinor,
        long grossPriceMinor,
        Instant priceValidFrom,
        long vatRateId,
        BigDecimal vatPercentage,
        @Nullable Long categoryId,
        List<Long> categoryPath,
        boolean withdrawn,
        long version) {

    ProductState {
        if (Math.abs(grossPriceMinor) > PriceMinor.MOST) {
            throw new AmountOutOfRange();
        }
    }
}
