package kontor.ledger.stocktaking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import kontor.ledger.community.CommunityFact;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What was counted of one product. */
@Entity
@DynamicUpdate
class Stocktaking {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @Column
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "collection_id", updatable = false)
    @SuppressWarnings("UnusedVariable") // Hibernate reads it: the line's collection.
    private StocktakingCollection collection;

    @Column(updatable = false)
    private long productId;

    private int count;

    @Column(updatable = false)
    private boolean keepActive;

    @Column(updatable = false)
    private @Nullable String externalSource;

    @Column(updatable = false)
    private @Nullable String externalId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Stocktaking() {}

    Stocktaking(StocktakingCollection collection, CountView line) {
        this.collection = collection;
        productId = line.productId();
        count = line.count();
        keepActive = line.keepActive();
    }

    /** Nothing is switched off by what was counted long ago, so it is kept (G-40). */
    Stocktaking(StocktakingCollection collection, CommunityFact.CountedLine line, String source) {
        this(collection, new CountView(line.productId(), line.count(), true));
        externalSource = source;
        externalId = line.externalId();
    }

    /** Whether it says something else now. */
    boolean correct(int newCount) {
        boolean isCorrected = newCount != count;
        count = newCount;
        return isCorrected;
    }

    long productId() {
        return productId;
    }

    CountView view() {
        return new CountView(productId, count, keepActive);
    }
}
