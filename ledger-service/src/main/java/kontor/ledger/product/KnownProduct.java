package kontor.ledger.product;

/**
 * What the ledger knows of a product.
 *
 * @param version version of the product state it was taken from
 */
public record KnownProduct(
        long id, boolean active, boolean forSale, boolean revocable, Price price, boolean withdrawn, long version) {}
