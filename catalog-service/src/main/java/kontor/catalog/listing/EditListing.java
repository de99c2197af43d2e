package kontor.catalog.listing;

import java.util.UUID;
import java.util.function.UnaryOperator;
import kontor.platform.web.IfMatch;
import org.jspecify.annotations.Nullable;

/**
 * A listing shall be changed.
 *
 * @param siteId own site that it shall be sent from
 */
record EditListing(
        long id, UnaryOperator<ListingForm> patch, @Nullable Long siteId, UUID sellerId, IfMatch expected) {}
