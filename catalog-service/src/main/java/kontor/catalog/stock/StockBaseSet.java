package kontor.catalog.stock;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The count that a stock starts from was set, corrected or taken back. */
record StockBaseSet(
        long productId,
        @Nullable Long baseStocktakingId,
        int baseCount,
        @Nullable Instant baseAt,
        int onHandBefore,
        int onHandAfter,
        Instant recordedAt,
        @JsonIgnore long version) {}
