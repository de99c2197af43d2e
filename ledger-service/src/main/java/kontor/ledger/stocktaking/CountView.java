package kontor.ledger.stocktaking;

/**
 * What was counted of a product.
 *
 * @param keepActive whether the product stays active although nothing is left of it (L-25)
 */
record CountView(long productId, int count, boolean keepActive) {}
