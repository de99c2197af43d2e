package kontor.ledger.product;

import kontor.platform.Rejection;

/** Purchases of the product are final now, for admins too (L-13). */
public final class NotRevocable extends Rejection {

    public NotRevocable(long productId) {
        super(Kind.RULE_BROKEN, "not-revocable", "Purchases of product %d are final.".formatted(productId));
    }
}
