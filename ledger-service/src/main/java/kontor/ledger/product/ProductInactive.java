package kontor.ledger.product;

import kontor.platform.Rejection;

/** The product is not active; only admins enter purchases of it (L-8, L-10). */
public final class ProductInactive extends Rejection {

    public ProductInactive(long productId) {
        super(Kind.RULE_BROKEN, "product-inactive", "Product %d is not active.".formatted(productId));
    }
}
