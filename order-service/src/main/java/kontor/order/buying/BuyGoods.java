package kontor.order.buying;

import java.util.List;
import java.util.UUID;
import kontor.order.address.Address;
import kontor.order.party.Actor;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * A member, or an admin for him, buys of another member (O-20).
 *
 * @param siteId own site of the buyer, null if the address is sent
 * @param shipTo where to, null if a site is named
 * @param expectedTotalMinor what the caller was shown, minor units
 */
record BuyGoods(
        RequestKey request,
        Actor actor,
        UUID buyerId,
        List<Line> lines,
        long packagingId,
        long shippingTariffId,
        List<Long> extraIds,
        @Nullable Long siteId,
        @Nullable Address shipTo,
        @Nullable Long expectedTotalMinor) {

    /** Pieces of a listing. */
    record Line(long listingId, int quantity) {}
}
