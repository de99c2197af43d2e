package kontor.order.tariff;

import kontor.order.offer.Packaging;

/**
 * What is to be sent.
 *
 * @param from country of origin, ISO 3166 alpha-2
 * @param to country of destination, ISO 3166 alpha-2
 * @param weightG lines and packaging together, in grams
 */
public record Parcel(String from, String to, long weightG, Packaging packaging) {}
