package kontor.ledger.product;

import kontor.platform.Rejection;

/** A tag of the product is not for sale; only admins enter purchases of it (L-8, L-10). */
public final class ProductNotForSale extends Rejection {

    public ProductNotForSale(long productId) {
        super(Kind.RULE_BROKEN, "product-not-for-sale", "Product %d is not for sale.".formatted(productId));
    }
}
