package kontor.catalog.vat;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A VAT rate as callers see it. */
record VatRateView(
        Long id,
        Long version,
        BigDecimal percentage,
        @Nullable String name,
        Instant validFrom,
        @Nullable String externalSource,
        @Nullable String externalId) {}
