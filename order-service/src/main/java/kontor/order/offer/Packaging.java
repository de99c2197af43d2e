package kontor.order.offer;

/** What a parcel goes in: outer sizes in millimetres, own weight in grams; inactive ones are not to be chosen. */
public record Packaging(long id, int lengthMm, int widthMm, int heightMm, int weightG, boolean active) {}
