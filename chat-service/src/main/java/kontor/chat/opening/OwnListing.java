package kontor.chat.opening;

import kontor.platform.Rejection;

/** Nobody asks himself about a listing (H-2). */
final class OwnListing extends Rejection {

    OwnListing(long listingId) {
        super(Kind.RULE_BROKEN, "own-listing", "Listing %d is your own.".formatted(listingId));
    }
}
