package kontor.order.buying;

import kontor.platform.Rejection;

/** Nobody buys of himself (O-20). */
public final class OwnListing extends Rejection {

    OwnListing(long listingId) {
        super(Kind.RULE_BROKEN, "own-listing", "Listing %d is the buyer's own.".formatted(listingId));
    }
}
