package kontor.order.tariff;

/**
 * How a purchase is sent.
 *
 * @param tracked whether shipping needs a tracking number (O-24)
 * @param shippingMinor tariff and chosen extras, minor units
 */
public record Shipping(long tariffId, boolean tracked, long shippingMinor) {}
