package kontor.order.quote;

import java.util.List;
import java.util.UUID;
import kontor.platform.web.RequestKey;

/**
 * What would it cost to have these pieces sent?
 *
 * @param isAdmin whether he sees drafts of others
 * @param country of destination, ISO 3166 alpha-2
 */
record AskQuote(RequestKey key, UUID memberId, boolean isAdmin, List<Line> lines, long packagingId, String country) {

    /** Pieces of a listing. */
    record Line(long listingId, int quantity) {}
}
