package kontor.catalog.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import kontor.catalog.core.PriceMinor;
import kontor.catalog.core.StockPolicy;
import kontor.catalog.description.Description;
import kontor.catalog.description.XmlText;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;

/**
 * A product of another shop with all its prices, which are net (G-10).
 *
 * @param tagIds tags here; a product without one is for sale (C-4)
 * @param vatRateId a rate here; null is the 0 % rate, where net is gross
 * @param categoryId a category here
 * @param openingStock pieces that were there when it was taken over (G-41); only of what is counted
 */
record ProductRow(
        @NotNull @Text(max = 40) String externalId,
        @NotNull Instant createdAt,
        @NotNull UUID createdBy,
        @NotNull @Text(max = 64) String name,
        @Nullable @Pattern(regexp = VISIBLE) String barcode,
        @NotNull Boolean active,
        @NotNull StockPolicy stockPolicy,
        @NotNull Boolean revocable,
        @Nullable Long imageUploadId,
        @NotNull @Size(max = TAGS_MOST) List<@NotNull Long> tagIds,
        @NotNull @Size(min = 1, max = PRICES_MOST) List<@NotNull @Valid PriceRow> prices,
        @Nullable Long vatRateId,
        @Nullable Long categoryId,
        @Valid @Nullable XmlText descriptionXml,
        @Min(0) @Max(PIECES_MOST) @Nullable Integer openingStock) {

    /** Neither space nor control character of any script. */
    private static final String VISIBLE = "[^\\p{Z}\\p{C}]{1,32}";

    private static final int TAGS_MOST = 100;
    private static final int PRICES_MOST = 500;
    private static final long PIECES_MOST = 1_000_000_000;

    /** A price of it; minor units, zero and negative allowed. */
    record PriceRow(
            @NotNull @Text(max = 40) String externalId,
            @NotNull Instant at,
            @NotNull @PriceMinor Long amountMinor,
            @NotNull UUID byAdminId) {

        private PriceRow notBefore(Instant earliest) {
            return at.isBefore(earliest) ? new PriceRow(externalId, earliest, amountMinor, byAdminId) : this;
        }
    }

    /** What its description says; refuses a bad one. */
    @Nullable
    Description description() {
        return descriptionXml == null ? null : Description.of(descriptionXml.xml());
    }

    /** Pieces to begin with that move the stock. */
    int opening() {
        return openingStock == null ? 0 : openingStock;
    }

    /** Its prices by time; of two at one instant the later one follows at the next that can be told apart (G-17). */
    List<PriceRow> history() {
        List<PriceRow> history = new ArrayList<>();
        Instant free = Instant.MIN;
        for (PriceRow price :
                prices.stream().sorted(Comparator.comparing(PriceRow::at)).toList()) {
            history.add(price.notBefore(free));
            free = history.getLast().at().plus(1, ChronoUnit.MICROS);
        }
        return history;
    }
}
