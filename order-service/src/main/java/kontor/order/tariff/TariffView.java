package kontor.order.tariff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipping tariff as callers see it: sizes in millimetres, weight in grams, prices in minor units.
 *
 * @param validTo not included, null for no end
 */
record TariffView(
        Long id,
        Long version,
        String carrier,
        String name,
        String originCountry,
        List<String> destinationCountries,
        Integer maxWeightG,
        Integer maxLengthMm,
        Integer maxWidthMm,
        Integer maxHeightMm,
        Long priceMinor,
        Boolean tracked,
        Instant validFrom,
        @Nullable Instant validTo,
        Boolean active,
        List<Carriage.Extra> extras,
        @Nullable String externalSource,
        @Nullable String externalId) {}
