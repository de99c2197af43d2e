package kontor.order.offer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing as it was last told; a draft may lack everything but its seller.
 *
 * @param unitPriceMinor price of one piece in minor units, 0 if none is set
 * @param available pieces that can be bought; the catalog decides (C-21)
 * @param weightG weight of one piece in grams, 0 if none is set
 * @param country it is sent from, ISO 3166 alpha-2
 * @param version of the state; a purchase keeps which one its line was taken from
 */
public record Offer(
        long listingId,
        UUID sellerId,
        @Nullable String title,
        long unitPriceMinor,
        int available,
        int weightG,
        @Nullable String country,
        Status status,
        long version) {

    /** Whether it can be bought, seen by nobody but its seller, or over. */
    public enum Status {
        DRAFT,
        ACTIVE,
        CLOSED
    }

    public boolean active() {
        return status == Status.ACTIVE;
    }

    /** {@code listing-not-active}; what is active has everything (C-20). */
    public void requireActive() {
        if (!active() || title == null || country == null) {
            throw new ListingNotActive(listingId);
        }
    }

    /** A draft of somebody else does not exist (O-20). */
    public boolean isVisibleTo(UUID memberId, boolean isAdmin) {
        return status != Status.DRAFT || isAdmin || sellerId.equals(memberId);
    }
}
