package kontor.order.purchase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A line of a purchase; never changes. */
@Entity
class MarketPurchaseLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SuppressWarnings("UnusedVariable") // Hibernate fills it.
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "purchase_id", updatable = false)
    @SuppressWarnings("UnusedVariable") // Hibernate takes the foreign key from it.
    private MarketPurchase purchase;

    @Column(updatable = false)
    private int lineNo;

    @Column(updatable = false)
    private long listingId;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private int quantity;

    @Column(updatable = false)
    private long unitPriceMinor;

    @Column(name = "weight_g", updatable = false)
    private int weightG;

    @Column(updatable = false)
    private long listingVersion;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected MarketPurchaseLine() {}

    MarketPurchaseLine(MarketPurchase purchase, int lineNo, NewPurchase.Line line) {
        this.purchase = purchase;
        this.lineNo = lineNo;
        listingId = line.listingId();
        title = line.title();
        quantity = line.quantity();
        unitPriceMinor = line.unitPriceMinor();
        weightG = line.weightG();
        listingVersion = line.listingVersion();
    }

    PurchaseBody.Line body() {
        return new PurchaseBody.Line(lineNo, listingId, title, quantity, unitPriceMinor, weightG, listingVersion);
    }
}
