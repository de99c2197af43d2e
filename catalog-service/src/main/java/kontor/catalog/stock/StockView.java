package kontor.catalog.stock;

import java.time.Instant;
import kontor.catalog.core.StockPolicy;
import org.jspecify.annotations.Nullable;

/** The stock of a product; all figures are null if it is not counted. */
record StockView(
        Long productId,
        StockPolicy stockPolicy,
        @Nullable Integer onHand,
        @Nullable Integer reserved,
        @Nullable Integer available,
        @Nullable BaseView base) {

    /** The count it starts from; null is none. */
    record BaseView(@Nullable Long stocktakingId, Integer count, Instant at) {}
}
