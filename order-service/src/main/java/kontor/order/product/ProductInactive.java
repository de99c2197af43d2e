package kontor.order.product;

import kontor.platform.Rejection;

/** The product is not active; only admins order it (O-1). */
public final class ProductInactive extends Rejection {

    public ProductInactive(long productId) {
        super(Kind.RULE_BROKEN, "product-inactive", "Product %d is not active.".formatted(productId));
    }
}
