package kontor.ledger.purchase;

import kontor.platform.Rejection;

/** The product is not active; only admins enter purchases of it (L-8, L-10). */
final class ProductInactive extends Rejection {

    ProductInactive(long productId) {
        super(Kind.RULE_BROKEN, "product-inactive", "Product %d is not active.".formatted(productId));
    }
}
