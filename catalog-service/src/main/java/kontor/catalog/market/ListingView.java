package kontor.catalog.market;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.catalog.core.ListingStatus;
import kontor.catalog.core.ShipFrom;
import org.jspecify.annotations.Nullable;

/**
 * A listing as a caller sees it; null is what it does not have yet or the caller may not see.
 *
 * @param unitPriceMinor of one piece, minor units
 * @param available quantity - reserved
 * @param weightG of one piece, grams
 * @param country that it is sent from, ISO 3166 alpha-2
 * @param shipFrom for its seller and admins: where somebody lives is not for everybody
 * @param images in their order
 */
public record ListingView(
        Long id,
        Long version,
        UUID sellerId,
        @Nullable String title,
        @Nullable Long productId,
        @Nullable Long categoryId,
        String description,
        @Nullable Long unitPriceMinor,
        Integer quantity,
        Integer reserved,
        Integer available,
        @Nullable Integer weightG,
        @Nullable Long packagingId,
        @Nullable String country,
        @Nullable ShipFrom shipFrom,
        ListingStatus status,
        Instant createdAt,
        List<Long> imageUploadIds,
        List<Image> images,
        @Nullable String externalSource,
        @Nullable String externalId) {

    /** A picture, to be loaded from {@code /uploads/}. */
    public record Image(Long uploadId, String filename) {}
}
