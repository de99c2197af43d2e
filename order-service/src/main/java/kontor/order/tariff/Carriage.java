package kontor.order.tariff;

import java.util.List;

/**
 * A tariff that takes a parcel, as it is offered.
 *
 * @param tracked whether shipping needs a tracking number (O-24)
 * @param priceMinor without extras, minor units
 * @param extras what can be added
 */
public record Carriage(
        Long shippingTariffId, String carrier, String name, Boolean tracked, Long priceMinor, List<Extra> extras) {

    /** Something that can be added; price in minor units. */
    public record Extra(Long id, String name, Long priceMinor) {}
}
