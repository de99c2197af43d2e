package kontor.catalog.listing;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.catalog.core.ListingStatus;
import kontor.catalog.core.ShipFrom;
import kontor.platform.AggregateRoot;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/** The columns of a listing, and how its facts are made of them. One number counts facts, states and the ETag. */
@MappedSuperclass
abstract class ListingRecord extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private UUID sellerId;

    private @Nullable String title;
    private @Nullable Long productId;
    private @Nullable Long categoryId;
    private String description;
    private @Nullable Long unitPriceMinor;
    private int quantity;
    private int reserved;

    @Column(name = "weight_g")
    private @Nullable Integer weightG;

    private @Nullable Long packagingId;

    @Embedded
    private @Nullable ShipFrom shipFrom;

    @Enumerated(EnumType.STRING)
    private ListingStatus status;

    @Column(updatable = false)
    private Instant createdAt;

    private long version;

    @ElementCollection
    @CollectionTable(name = "listing_image", joinColumns = @JoinColumn(name = "listing_id"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    @Column(name = "upload_id")
    private List<Long> imageUploadIds = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ListingRecord() {}

    @SuppressWarnings("NullAway.Init") // Its form fills the rest.
    ListingRecord(ListingForm form, UUID sellerId, Instant now) {
        this.sellerId = sellerId;
        status = ListingStatus.DRAFT;
        createdAt = now;
        take(form);
    }

    final void take(ListingForm form) {
        title = form.title();
        productId = form.productId();
        categoryId = form.categoryId();
        description = form.description();
        unitPriceMinor = form.unitPriceMinor();
        quantity = form.quantity();
        weightG = form.weightG();
        packagingId = form.packagingId();
        shipFrom = form.shipFrom();
        if (!imageUploadIds.equals(form.imageUploadIds())) {
            imageUploadIds.clear();
            imageUploadIds.addAll(form.imageUploadIds());
        }
    }

    ListingForm form() {
        return new ListingForm(
                title,
                productId,
                categoryId,
                description,
                unitPriceMinor,
                quantity,
                weightG,
                packagingId,
                shipFrom,
                imageUploadIds);
    }

    /** How a fact is made of the columns. */
    interface Telling {
        ListingFact of(ListingFact.Columns columns, Instant at, UUID actorId, long version);
    }

    /** Built when it is saved, so each change is saved before the next one. */
    void tell(Telling fact, UUID actorId, Instant now) {
        long number = ++version;
        announce(() -> fact.of(columns(), now, actorId, number));
    }

    private ListingFact.Columns columns() {
        return new ListingFact.Columns(
                id(),
                sellerId,
                title,
                productId,
                categoryId,
                description,
                unitPriceMinor,
                quantity,
                reserved,
                weightG,
                packagingId,
                shipFrom,
                status,
                createdAt);
    }

    /** What somebody who buys has to know. */
    Supply.Offer offer() {
        return new Supply.Offer(
                status == ListingStatus.ACTIVE, available(), sellerId, title, unitPriceMinor, weightG, shipFrom);
    }

    void reserve(int pieces) {
        if (pieces < -reserved) {
            throw new IllegalStateException("Not so much of the listing is reserved.");
        }
        reserved = Math.addExact(reserved, pieces);
    }

    void giveAway(int pieces) {
        quantity = Math.subtractExact(quantity, pieces);
    }

    void stand(ListingStatus now) {
        status = now;
    }

    void categorise(@Nullable Long category) {
        categoryId = category;
    }

    void sendFrom(@Nullable ShipFrom address) {
        shipFrom = address;
    }

    long id() {
        return Objects.requireNonNull(id, "only a saved listing has an id");
    }

    UUID sellerId() {
        return sellerId;
    }

    ListingStatus status() {
        return status;
    }

    @Nullable
    ShipFrom shipFrom() {
        return shipFrom;
    }

    int quantity() {
        return quantity;
    }

    int reserved() {
        return reserved;
    }

    int available() {
        return quantity - reserved;
    }

    long version() {
        return version;
    }
}
