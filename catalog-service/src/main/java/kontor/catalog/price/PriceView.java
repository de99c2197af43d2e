package kontor.catalog.price;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a price history; net. */
record PriceView(
        Long id,
        Long productId,
        Long priceMinor,
        Instant validFrom,
        UUID byAdminId,
        @Nullable String externalSource,
        @Nullable String externalId) {}
