package kontor.catalog.product;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kontor.catalog.core.LastTag;
import kontor.catalog.core.StockPolicy;
import kontor.catalog.description.Description;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** What can be sold. Never erased, only withdrawn (C-8). */
@Entity
class Product extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private UUID createdBy;

    private String name;
    private @Nullable String barcode;
    private boolean active;

    @Enumerated(EnumType.STRING)
    private StockPolicy stockPolicy;

    private boolean revocable;
    private @Nullable Long imageUploadId;
    private long vatRateId;
    private @Nullable Long categoryId;
    private @Nullable String descriptionXml;

    @Column
    private @Nullable String recommendedAge;

    @Column(name = "package_volume_m3")
    private @Nullable BigDecimal packageVolumeM3;

    private long priceMinor;
    private Instant priceValidFrom;

    @Column
    private @Nullable Instant withdrawnAt;

    /** Counted where the state is published, which many changes cause that never load a product. */
    @Column(insertable = false, updatable = false)
    private long version;

    /** Number of the last fact told of it. */
    private long factVersion;

    @ElementCollection
    @CollectionTable(name = "product_tag", joinColumns = @JoinColumn(name = "product_id"))
    @Column(name = "tag_id")
    private Set<Long> tagIds = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Product() {}

    Product(Attributes attributes, long amountMinor, UUID adminId, Instant now) {
        createdAt = now;
        createdBy = adminId;
        take(attributes);
        priceMinor = amountMinor;
        priceValidFrom = now;
        long fact = nextFact();
        announce(() -> new ProductCreated(ProductColumns.of(this), createdBy, createdAt, fact));
    }

    /** The row of its very first price; belongs to its creation. */
    Price firstPrice() {
        return new Price(this, null, createdBy);
    }

    /** Whether it is another than before. Its tags may be replaced, but not taken away altogether (C-5). */
    boolean edit(Attributes wanted, UUID adminId, Instant now) {
        if (wanted.tagIds().isEmpty() && !tagIds.isEmpty()) {
            throw new LastTag("A product that has tags keeps at least one.");
        }
        return change(wanted, adminId, now);
    }

    /** Like an edit, but the tags may all go, as when a tag is deleted under a withdrawn product. */
    boolean change(Attributes wanted, UUID adminId, Instant now) {
        List<String> changed = attributes().changedIn(wanted);
        if (changed.isEmpty()) {
            return false;
        }
        take(wanted);
        long fact = nextFact();
        announce(() -> new ProductChanged(ProductColumns.of(this), changed, adminId, now, fact));
        return true;
    }

    /** From now on at another price. Prices follow each other in time even when the clock was moved back (G-17). */
    Price reprice(long amountMinor, UUID adminId, Instant now) {
        long old = priceMinor;
        priceMinor = amountMinor;
        priceValidFrom = now.isAfter(priceValidFrom) ? now : priceValidFrom.plus(1, ChronoUnit.MICROS);
        return new Price(this, old, adminId);
    }

    /** Inactive and hidden for good; name and barcode are free again. */
    void withdraw(UUID adminId, Instant now) {
        active = false;
        withdrawnAt = now;
        long fact = nextFact();
        announce(() -> new ProductWithdrawn(id(), adminId, now, fact));
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    private void take(Attributes wanted) {
        name = wanted.name();
        barcode = wanted.barcode();
        active = wanted.active();
        stockPolicy = wanted.stockPolicy();
        revocable = wanted.revocable();
        imageUploadId = wanted.imageUploadId();
        vatRateId = wanted.vatRateId();
        categoryId = wanted.categoryId();
        tagIds.retainAll(wanted.tagIds());
        tagIds.addAll(wanted.tagIds());
        describe(wanted.descriptionXml());
    }

    private void describe(@Nullable String xml) {
        if (Objects.equals(xml, descriptionXml)) {
            return;
        }
        @Nullable Description read = xml == null ? null : Description.of(xml);
        descriptionXml = xml;
        recommendedAge = read == null ? null : read.recommendedAge();
        packageVolumeM3 = read == null ? null : read.packageVolumeM3();
    }

    long nextFact() {
        return ++factVersion;
    }

    Attributes attributes() {
        return new Attributes(
                name,
                barcode,
                active,
                stockPolicy,
                revocable,
                imageUploadId,
                vatRateId,
                categoryId,
                tagIds,
                descriptionXml);
    }

    long id() {
        return Objects.requireNonNull(id, "only a saved product has an id");
    }

    long version() {
        return version;
    }

    long priceMinor() {
        return priceMinor;
    }

    Instant priceValidFrom() {
        return priceValidFrom;
    }
}
