package kontor.catalog.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price row was appended.
 *
 * @param oldPriceMinor null for the first one
 */
public record PriceChanged(
        long productId,
        long priceId,
        @Nullable Long oldPriceMinor,
        long newPriceMinor,
        Instant validFrom,
        UUID adminId,
        @JsonIgnore long version) {}
