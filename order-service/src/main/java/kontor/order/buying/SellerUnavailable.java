package kontor.order.buying;

import kontor.platform.Rejection;

/** The seller is no verified, active member any more, so nothing can be bought of him now (O-20). */
public final class SellerUnavailable extends Rejection {

    SellerUnavailable() {
        super(Kind.RULE_BROKEN, "seller-unavailable", "The seller cannot sell now; choose another listing.");
    }
}
