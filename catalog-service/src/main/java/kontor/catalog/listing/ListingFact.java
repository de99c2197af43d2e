package kontor.catalog.listing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import kontor.catalog.core.ListingStatus;
import kontor.catalog.core.ShipFrom;
import org.jspecify.annotations.Nullable;

/** What is told of a listing: all its columns as they are now, without pictures. */
sealed interface ListingFact {

    Columns listing();

    long version();

    /** What there is in every fact of a listing; amounts in minor units. */
    record Columns(
            long listingId,
            UUID sellerId,
            @Nullable String title,
            @Nullable Long productId,
            @Nullable Long categoryId,
            String description,
            @Nullable Long unitPriceMinor,
            int quantity,
            int reserved,
            @Nullable Integer weightG,
            @Nullable Long packagingId,
            @Nullable ShipFrom shipFrom,
            ListingStatus status,
            Instant createdAt) {}

    /** It was made, edited or hidden again, or its quantities changed. */
    record ListingChanged(
            @JsonUnwrapped Columns listing,
            Instant at,
            UUID actorId,
            @JsonIgnore long version) implements ListingFact {}

    /** It can be found and bought (C-20). */
    record ListingPublished(
            @JsonUnwrapped Columns listing,
            Instant at,
            UUID actorId,
            @JsonIgnore long version) implements ListingFact {}

    /** It can be bought no more, for good. */
    record ListingClosed(
            @JsonUnwrapped Columns listing,
            Instant at,
            UUID actorId,
            @JsonIgnore long version) implements ListingFact {}
}
