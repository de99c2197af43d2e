package kontor.ledger.replenishment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.platform.web.RequestKey;

/** An admin enters what a member bought for the shop (L-18). */
record MakeReplenishment(
        RequestKey request, UUID adminId, UUID sellerId, Instant at, String comment, List<Line> lines) {

    /**
     * Pieces of a product.
     *
     * @param totalPriceMinor for all of them together; may be 0 or below
     */
    record Line(long productId, int amount, long totalPriceMinor) {}
}
