package kontor.order.product;

import kontor.platform.Rejection;

/** A tag of the product is not for sale; only admins order it (O-1). */
public final class ProductNotForSale extends Rejection {

    public ProductNotForSale(long productId) {
        super(Kind.RULE_BROKEN, "product-not-for-sale", "Product %d is not for sale.".formatted(productId));
    }
}
