package kontor.order.tariff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tariff or one of its extras was added, or a tariff edited or retired; all columns as they are now. */
record TariffChanged(
        long shippingTariffId,
        String carrier,
        String name,
        String originCountry,
        List<String> destinationCountries,
        int maxWeightG,
        int maxLengthMm,
        int maxWidthMm,
        int maxHeightMm,
        long priceMinor,
        boolean tracked,
        Instant validFrom,
        @Nullable Instant validTo,
        boolean active,
        List<ExtraTold> extras,
        UUID actorId,
        @JsonIgnore long version) {

    /** What can be added; price in minor units. */
    record ExtraTold(long shippingExtraId, String name, long priceMinor) {}

    static TariffChanged of(TariffRows.TariffRow row, List<TariffRows.ExtraRow> extras, UUID actorId) {
        Tariff tariff = row.tariff();
        Tariff.Reach reach = tariff.reach();
        return new TariffChanged(
                row.id(),
                reach.carrier(),
                reach.name(),
                reach.originCountry(),
                reach.destinationCountries(),
                reach.maxWeightG(),
                reach.maxLengthMm(),
                reach.maxWidthMm(),
                reach.maxHeightMm(),
                tariff.priceMinor(),
                reach.tracked(),
                tariff.validFrom(),
                tariff.validTo(),
                tariff.active(),
                extras.stream()
                        .map(TariffRows.ExtraRow::extra)
                        .map(extra -> new ExtraTold(extra.id(), extra.name(), extra.priceMinor()))
                        .toList(),
                actorId,
                row.version());
    }
}
