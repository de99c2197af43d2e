package kontor.order.product;

import java.math.BigDecimal;

/** A product as it was last told; price net in minor units, which may be below zero. */
public record KnownProduct(
        long id, boolean active, boolean forSale, long priceMinor, BigDecimal vatPercentage, long version) {}
