package kontor.order.offer;

import kontor.platform.Rejection;

/** The listing cannot be bought now (O-20). */
public final class ListingNotActive extends Rejection {

    ListingNotActive(long listingId) {
        super(Kind.RULE_BROKEN, "listing-not-active", "Listing %d is not active.".formatted(listingId));
    }
}
