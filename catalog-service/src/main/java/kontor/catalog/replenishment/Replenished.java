package kontor.catalog.replenishment;

import java.time.Instant;
import java.util.List;

/**
 * A collection of replenishments as the ledger told of it last.
 *
 * @param isBooked whether this is the first that is told of it
 * @param isImported whether it was taken over from another shop
 */
record Replenished(
        long collectionId, Instant at, boolean revoked, boolean isBooked, boolean isImported, List<Told> lines) {

    /** A line; revoked or not, apart from its collection. */
    record Told(long lineId, long productId, int amount, boolean revoked) {}

    /** Pieces that count (C-15). */
    int effective(Told line) {
        return revoked || line.revoked() ? 0 : line.amount();
    }

    /** Whether it makes its products active (C-3); an import takes history as it is (G-40). */
    boolean activates() {
        return isBooked && !isImported;
    }

    List<Long> productIds() {
        return lines.stream().map(Told::productId).distinct().toList();
    }
}
