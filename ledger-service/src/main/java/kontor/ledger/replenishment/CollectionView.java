package kontor.ledger.replenishment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection as callers see it.
 *
 * @param priceMinor sum of the lines that are not revoked, also while the collection is (L-19)
 */
record CollectionView(
        long id,
        Instant at,
        UUID sellerId,
        UUID byAdminId,
        String comment,
        boolean revoked,
        long priceMinor,
        @Nullable String externalSource,
        @Nullable String externalId,
        long version,
        List<LineView> lines) {

    /** A line of a collection as callers see it. */
    record LineView(
            long id,
            long collectionId,
            long productId,
            int amount,
            long totalPriceMinor,
            boolean revoked,
            @Nullable String externalSource,
            @Nullable String externalId,
            long version) {}

    /** The same with these lines and their price. */
    CollectionView with(List<LineView> found) {
        long price = found.stream()
                .filter(line -> !line.revoked())
                .mapToLong(LineView::totalPriceMinor)
                .sum();
        return new CollectionView(
                id, at, sellerId, byAdminId, comment, revoked, price, externalSource, externalId, version, found);
    }
}
