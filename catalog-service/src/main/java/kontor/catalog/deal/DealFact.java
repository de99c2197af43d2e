package kontor.catalog.deal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.catalog.core.ShipFrom;
import org.jspecify.annotations.Nullable;

/** What is told of the listings that one purchase holds; lines of one listing are added up. */
sealed interface DealFact {

    long purchaseId();

    long version();

    /** Pieces of a listing. */
    record Line(long listingId, int quantity) {}

    /**
     * Pieces of a listing as it was when they were promised; the purchase keeps its own price and texts.
     *
     * @param unitPriceMinor of one piece, minor units
     * @param weightG of one piece, grams
     */
    record HeldLine(
            long listingId,
            int quantity,
            long unitPriceMinor,
            String title,
            int weightG,
            UUID sellerId,
            ShipFrom shipFrom) {}

    /**
     * A listing that fails.
     *
     * @param code of the problem
     * @param available pieces that could be promised, for {@code listing-short}
     */
    record FailedLine(
            long listingId,
            int quantity,
            String code,
            @Nullable Integer available) {}

    /** All lines of a purchase are held (C-21). */
    record ListingReserved(
            long purchaseId,
            List<HeldLine> lines,
            Instant at,
            @JsonIgnore long version) implements DealFact {}

    /**
     * Nothing is held; every failing listing is named.
     *
     * @param lines none when the purchase had ended before it was asked for (C-18)
     */
    record ListingRefused(
            long purchaseId,
            List<FailedLine> lines,
            Instant at,
            @JsonIgnore long version) implements DealFact {}

    /** Held pieces can be bought again. */
    record ListingReleased(
            long purchaseId,
            List<Line> lines,
            Instant at,
            @JsonIgnore long version) implements DealFact {}

    /** Held pieces are on their way to the buyer. */
    record ListingConsumed(
            long purchaseId,
            List<Line> lines,
            Instant at,
            @JsonIgnore long version) implements DealFact {}
}
