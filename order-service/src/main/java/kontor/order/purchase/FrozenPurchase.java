package kontor.order.purchase;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.order.address.Address;
import kontor.order.party.Actor;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The columns of a purchase that are frozen when it is made (O-21). */
@MappedSuperclass
abstract class FrozenPurchase extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private UUID buyerId;

    @Column(updatable = false)
    private UUID sellerId;

    @Column(updatable = false)
    private UUID placedBy;

    @Column(updatable = false)
    private boolean placedByAdmin;

    @Column(updatable = false)
    private Instant submittedAt;

    @Column(updatable = false)
    private long packagingId;

    @Column(updatable = false)
    private long shippingTariffId;

    @Column(updatable = false)
    private boolean tracked;

    @Column(updatable = false)
    private long feeModelId;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "ship_to_name", updatable = false))
    @AttributeOverride(name = "street", column = @Column(name = "ship_to_street", updatable = false))
    @AttributeOverride(name = "zipCode", column = @Column(name = "ship_to_zip_code", updatable = false))
    @AttributeOverride(name = "city", column = @Column(name = "ship_to_city", updatable = false))
    @AttributeOverride(name = "country", column = @Column(name = "ship_to_country", updatable = false))
    @AttributeOverride(name = "phone", column = @Column(name = "ship_to_phone", updatable = false))
    private Address shipTo;

    @Column(updatable = false)
    private long goodsMinor;

    @Column(updatable = false)
    private long feesMinor;

    @Column(updatable = false)
    private long shippingMinor;

    @Column(updatable = false)
    private long totalMinor;

    @OneToMany(mappedBy = "purchase", cascade = CascadeType.PERSIST)
    @OrderBy("lineNo")
    private List<MarketPurchaseLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected FrozenPurchase() {}

    FrozenPurchase(NewPurchase purchase) {
        buyerId = purchase.buyerId();
        sellerId = purchase.sellerId();
        placedBy = purchase.placedBy().actorId();
        placedByAdmin = purchase.placedBy().isPrivileged();
        submittedAt = purchase.submittedAt();
        packagingId = purchase.packagingId();
        shippingTariffId = purchase.shippingTariffId();
        tracked = purchase.tracked();
        feeModelId = purchase.feeModelId();
        shipTo = purchase.shipTo();
        goodsMinor = purchase.price().goodsMinor();
        feesMinor = purchase.price().feesMinor();
        shippingMinor = purchase.price().shippingMinor();
        totalMinor = purchase.price().totalMinor();
        for (NewPurchase.Line line : purchase.lines()) {
            lines.add(new MarketPurchaseLine((MarketPurchase) this, lines.size() + 1, line));
        }
    }

    /** As events tell it, completed by what changes. */
    PurchaseBody body(PurchaseBody.Standing standing) {
        return new PurchaseBody(
                id(),
                buyerId,
                sellerId,
                packagingId,
                shippingTariffId,
                feeModelId,
                shipTo,
                goodsMinor,
                feesMinor,
                shippingMinor,
                totalMinor,
                submittedAt,
                lines.stream().map(MarketPurchaseLine::body).toList(),
                standing);
    }

    boolean isTracked() {
        return tracked;
    }

    long totalMinor() {
        return totalMinor;
    }

    Actor submitter() {
        return new Actor(placedBy, placedByAdmin);
    }

    boolean isBuyer(Actor actor) {
        return actor.actorId().equals(buyerId);
    }

    boolean isSeller(Actor actor) {
        return actor.actorId().equals(sellerId);
    }

    public long firstListingId() {
        return lines.getFirst().body().listingId();
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public UUID buyerId() {
        return buyerId;
    }

    public UUID sellerId() {
        return sellerId;
    }

    public long id() {
        return Objects.requireNonNull(id, "a saved purchase has an id");
    }
}
