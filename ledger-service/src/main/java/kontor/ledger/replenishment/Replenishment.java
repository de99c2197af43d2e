package kontor.ledger.replenishment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.replenishment.CollectionView.LineView;
import kontor.platform.rejection.AlreadyInState;
import org.jspecify.annotations.Nullable;

/** A line of a collection, which alone changes it. */
@Entity
class Replenishment {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "collection_id", updatable = false)
    private ReplenishmentCollection collection;

    @Column(updatable = false)
    private long productId;

    private int amount;

    private long totalPriceMinor;

    @Column(updatable = false)
    private @Nullable String externalSource;

    @Column(updatable = false)
    private @Nullable String externalId;

    private boolean revoked;

    /** Counts what is edited and switched here; set by hand, since the collection is what is locked. */
    private long version = 1;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Replenishment() {}

    Replenishment(ReplenishmentCollection collection, MakeReplenishment.Line line) {
        this.collection = collection;
        productId = line.productId();
        amount = line.amount();
        totalPriceMinor = line.totalPriceMinor();
    }

    Replenishment(ReplenishmentCollection collection, CommunityFact.ReplenishedLine line, String source) {
        this(collection, new MakeReplenishment.Line(line.productId(), line.amount(), line.totalPriceMinor()));
        externalSource = source;
        externalId = line.externalId();
    }

    /** Whether it says something else now. */
    boolean edit(int newAmount, long newTotalPriceMinor) {
        if (newAmount == amount && newTotalPriceMinor == totalPriceMinor) {
            return false;
        }
        amount = newAmount;
        totalPriceMinor = newTotalPriceMinor;
        version++;
        return true;
    }

    void switchTo(boolean toRevoked) {
        if (revoked == toRevoked) {
            throw new AlreadyInState(toRevoked ? "The line is revoked" : "The line is booked");
        }
        revoked = toRevoked;
        version++;
    }

    boolean isRevoked() {
        return revoked;
    }

    long id() {
        return Objects.requireNonNull(id, "saved lines have an id");
    }

    int amount() {
        return amount;
    }

    long totalPriceMinor() {
        return totalPriceMinor;
    }

    long version() {
        return version;
    }

    ReplenishmentFact.Line told() {
        return new ReplenishmentFact.Line(id(), productId, amount, totalPriceMinor, revoked);
    }

    LineView view() {
        return new LineView(
                id(),
                collection.id(),
                productId,
                amount,
                totalPriceMinor,
                revoked,
                externalSource,
                externalId,
                version);
    }
}
