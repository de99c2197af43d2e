package kontor.catalog.stocktaking;

import java.time.Instant;
import java.util.List;

/**
 * A stocktaking as the ledger told of it last.
 *
 * @param isBooked whether this is the first that is told of it
 * @param isImported whether it was taken over from another shop
 */
record Stocktaken(
        long stocktakingId, Instant at, boolean revoked, boolean isBooked, boolean isImported, List<Count> counts) {

    /** What was counted of a product, and whether that it is sold goes on even without a piece. */
    record Count(long productId, int pieces, boolean keepActive) {

        private boolean endsSale() {
            return pieces == 0 && !keepActive;
        }
    }

    List<Long> productIds() {
        return counts.stream().map(Count::productId).toList();
    }

    /** Products that are sold no more (C-3); corrections never do that, and an import takes history as it is (G-40). */
    List<Long> soldOut() {
        return isBooked && !isImported
                ? counts.stream().filter(Count::endsSale).map(Count::productId).toList()
                : List.of();
    }
}
