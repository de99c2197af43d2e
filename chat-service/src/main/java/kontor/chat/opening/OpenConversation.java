package kontor.chat.opening;

import java.util.List;
import java.util.UUID;

/** A conversation shall be there, about this or with these. */
sealed interface OpenConversation {

    /** With these others, of whom there may be none (H-1). */
    record WithMembers(List<UUID> others) implements OpenConversation {}

    /** With the seller of a listing (H-2). */
    record AboutListing(long listingId) implements OpenConversation {}

    /** Of buyer and seller of a market purchase (H-3). */
    record AboutPurchase(long purchaseId) implements OpenConversation {}
}
