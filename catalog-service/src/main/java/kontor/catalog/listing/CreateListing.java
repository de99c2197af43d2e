package kontor.catalog.listing;

import java.util.UUID;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * A listing shall exist, as a draft.
 *
 * @param siteId own site that it is sent from
 */
record CreateListing(ListingForm form, @Nullable Long siteId, UUID sellerId, RequestKey key) {}
