package kontor.catalog.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import kontor.catalog.description.BadDescription;
import kontor.catalog.importing.ProductNames.Known;
import kontor.catalog.importing.ProductRow.PriceRow;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.InFuture;
import kontor.platform.rejection.RowRefused;
import kontor.platform.rejection.UnknownReference;
import org.springframework.stereotype.Component;

/** Judges rows of products: names and barcodes that are free, references that exist, times that are past. */
@Component
class ProductCheck {

    private final ProductNames names;
    private final ImportTurn turn;
    private final Clock clock;

    ProductCheck(ProductNames names, ImportTurn turn, Clock clock) {
        this.names = names;
        this.turn = turn;
        this.clock = clock;
    }

    /**
     * Refuses the first row at fault.
     *
     * @param rows by their place in the request
     */
    void judge(String source, SortedMap<Integer, ProductRow> rows) {
        Known known = names.known(rows.values());
        Instant now = clock.instant();
        Set<String> takenNames = new HashSet<>(known.taken());
        Set<String> takenBarcodes = new HashSet<>(known.barcodes());
        Set<String> takenPrices = new HashSet<>(
                turn.known("product_price", source, priceIds(rows)).keySet());
        int place = 0;
        for (var entry : rows.entrySet()) {
            ProductRow row = entry.getValue();
            String pointer = "/products/" + entry.getKey();
            requirePast(row.createdAt(), now, pointer + "/createdAt");
            requireKnown(known.people(), row.createdBy(), pointer + "/createdBy");
            requireFree(takenNames, known.folded().get(place++), pointer + "/name", "The name");
            if (row.barcode() != null) {
                requireFree(takenBarcodes, row.barcode(), pointer + "/barcode", "The barcode");
            }
            requireReferences(row, known, pointer);
            requireFittingDescription(row, pointer + "/descriptionXml");
            requirePrices(row.prices(), takenPrices, known.people(), now, pointer);
        }
    }

    private static void requireReferences(ProductRow row, Known known, String pointer) {
        if (row.imageUploadId() != null) {
            requireKnown(known.pictures(), row.imageUploadId(), pointer + "/imageUploadId");
        }
        for (int i = 0; i < row.tagIds().size(); i++) {
            requireKnown(known.tags(), row.tagIds().get(i), "%s/tagIds/%d".formatted(pointer, i));
        }
        if (row.vatRateId() != null) {
            requireKnown(known.vatRates(), row.vatRateId(), pointer + "/vatRateId");
        }
        if (row.categoryId() != null) {
            requireKnown(known.categories(), row.categoryId(), pointer + "/categoryId");
        }
    }

    private static void requireFittingDescription(ProductRow row, String pointer) {
        try {
            row.description();
        } catch (BadDescription bad) {
            throw new RowRefused(pointer, bad);
        }
    }

    private static void requirePrices(
            List<PriceRow> prices, Set<String> taken, Set<UUID> people, Instant now, String product) {
        for (int i = 0; i < prices.size(); i++) {
            PriceRow price = prices.get(i);
            String pointer = "%s/prices/%d".formatted(product, i);
            requireFree(taken, price.externalId(), pointer + "/externalId", "The external id");
            requirePast(price.at(), now, pointer + "/at");
            requireKnown(people, price.byAdminId(), pointer + "/byAdminId");
        }
    }

    /** Taken by this row from now on. */
    private static void requireFree(Set<String> taken, String value, String pointer, String what) {
        if (!taken.add(value)) {
            throw new RowRefused(pointer, new Duplicate(what));
        }
    }

    private static void requirePast(Instant at, Instant now, String pointer) {
        if (at.isAfter(now)) {
            throw new RowRefused(pointer, new InFuture());
        }
    }

    private static <T> void requireKnown(Set<T> known, T id, String pointer) {
        if (!known.contains(id)) {
            throw new UnknownReference(pointer);
        }
    }

    private static List<String> priceIds(SortedMap<Integer, ProductRow> rows) {
        return rows.values().stream()
                .flatMap(row -> row.prices().stream())
                .map(PriceRow::externalId)
                .toList();
    }
}
