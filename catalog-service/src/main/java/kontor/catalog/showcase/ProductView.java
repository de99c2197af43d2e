package kontor.catalog.showcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.catalog.core.StockPolicy;
import kontor.catalog.description.Description;
import kontor.platform.web.Verbatim;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A product as a caller sees it (C-12, C-13); null is what it does not have or the caller may not see. Lists leave the
 * description out.
 *
 * @param imageFilename to be loaded from {@code /uploads/}
 * @param stock null if it is not counted, or the caller is no member
 * @param description what is read from the XML
 * @param createdBy for admins, as is when it was last ordered
 */
public record ProductView(
        Long id,
        Long version,
        String name,
        @Nullable String barcode,
        Boolean active,
        @Nullable Long imageUploadId,
        @Nullable String imageFilename,
        List<Long> tagIds,
        List<TagLabel> tags,
        Instant createdAt,
        @Nullable StockPolicy stockPolicy,
        @Nullable Boolean revocable,
        @Nullable Boolean forSale,
        @Nullable Long priceMinor,
        @Nullable Long grossPriceMinor,
        @Nullable Instant priceValidFrom,
        @Nullable Long vatRateId,
        @Nullable BigDecimal vatPercentage,
        @Nullable Long categoryId,
        @Nullable StockFigures stock,
        @Nullable UUID createdBy,
        @Nullable Instant lastOrderedAt,
        @Nullable String externalSource,
        @Nullable String externalId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonDeserialize(using = Verbatim.class) @Nullable
        String descriptionXml,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Description description) {

    /** A tag of the product. */
    public record TagLabel(Long id, Long version, String name, Boolean forSale) {}

    /** Its stock; members see only what is available. */
    public record StockFigures(
            @Nullable Integer onHand, @Nullable Integer reserved, Integer available) {}
}
