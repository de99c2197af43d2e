package kontor.catalog.stock;

import kontor.platform.Rejection;

/** The product is not counted, so its stock cannot be corrected (C-19). */
final class UntrackedProduct extends Rejection {

    UntrackedProduct() {
        super(Kind.RULE_BROKEN, "untracked-product", "The stock of this product is not counted.");
    }
}
