package kontor.ledger.replenishment;

import org.jspecify.annotations.Nullable;

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
