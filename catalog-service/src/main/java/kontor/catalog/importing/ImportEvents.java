package kontor.catalog.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kontor.catalog.importing.ProductRow.PriceRow;
import kontor.catalog.product.PriceChanged;
import kontor.catalog.product.ProductColumns;
import kontor.catalog.product.ProductCreated;
import kontor.catalog.reference.References;
import kontor.catalog.tag.TagChanged;
import kontor.platform.messaging.Origin;
import kontor.platform.messaging.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Facts of what was taken over, each with the time it had (G-44); whatever the request tells after them is of now. */
@Component
class ImportEvents {

    private static final String PRODUCTS = "kontor.catalog.product.v1";
    private static final String TAGS = "kontor.catalog.tag.v1";

    private final Outbox outbox;
    private final References references;
    private final Clock clock;

    ImportEvents(Outbox outbox, References references, Clock clock) {
        this.outbox = outbox;
        this.references = references;
        this.clock = clock;
    }

    /** A tag has no time in the other shop: it begins here. */
    void tags(List<TagRow> rows, Map<String, Long> ids, UUID adminId) {
        Instant now = clock.instant();
        together(() -> {
            for (TagRow row : rows) {
                long id = id(ids, row.externalId());
                append(TAGS, id, 1, now, new TagChanged(id, row.name(), row.forSale(), false, adminId, now, 1));
            }
        });
    }

    /** The creation first, then every price, as where a product is made here. */
    void products(List<ProductRow> rows, Map<String, Long> ids, Map<String, Long> priceIds) {
        long zeroRateId = references.vatRate(null, null);
        together(() -> {
            for (ProductRow row : rows) {
                long id = id(ids, row.externalId());
                ProductCreated created =
                        new ProductCreated(columns(id, row, zeroRateId), row.createdBy(), row.createdAt(), 1);
                append(PRODUCTS, id, 1, row.createdAt(), created);
                prices(id, row.history(), priceIds);
            }
        });
    }

    private void prices(long productId, List<PriceRow> history, Map<String, Long> priceIds) {
        @Nullable Long old = null;
        long number = 1;
        for (PriceRow price : history) {
            number++;
            PriceChanged changed = new PriceChanged(
                    productId,
                    id(priceIds, price.externalId()),
                    old,
                    price.amountMinor(),
                    price.at(),
                    price.byAdminId(),
                    number);
            append(PRODUCTS, productId, number, price.at(), changed);
            old = price.amountMinor();
        }
    }

    private static ProductColumns columns(long id, ProductRow row, long zeroRateId) {
        return new ProductColumns(
                id,
                row.name(),
                row.barcode(),
                row.active(),
                row.stockPolicy(),
                row.revocable(),
                row.imageUploadId(),
                Objects.requireNonNullElse(row.vatRateId(), zeroRateId),
                row.categoryId(),
                row.tagIds().stream().distinct().sorted().toList());
    }

    private static long id(Map<String, Long> ids, String externalId) {
        return Objects.requireNonNull(ids.get(externalId));
    }

    private void append(String topic, Object key, long version, Instant at, Object event) {
        Origin.imported(at);
        outbox.append(topic, key, version, event);
    }

    private void together(Runnable facts) {
        outbox.together(facts);
        Origin.imported(clock.instant());
    }
}
