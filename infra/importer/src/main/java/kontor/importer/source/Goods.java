package kontor.importer.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the community sells; each list in the order of its ids. */
public record Goods(
        List<Tag> tags,
        List<Upload> uploads,
        List<Product> products,
        List<Price> prices,
        List<ProductTag> productTags) {

    /** A tag; one that is not for sale takes its products off sale. */
    public record Tag(long id, String name, long createdBy, boolean forSale) {}

    /** A picture's file. */
    public record Upload(long id, Instant at, long adminId, String filename) {}

    /** A product. */
    public record Product(
            long id,
            Instant createdAt,
            long createdBy,
            String name,
            @Nullable String barcode,
            boolean active,
            boolean countable,
            boolean revocable,
            @Nullable Long uploadId) {}

    /** A price in minor units. */
    public record Price(long id, Instant at, long priceMinor, long productId, long adminId) {}

    /**
     * A product bears a tag.
     *
     * @param id of the row, which has no column of that name
     */
    public record ProductTag(long id, long productId, long tagId) {}
}
