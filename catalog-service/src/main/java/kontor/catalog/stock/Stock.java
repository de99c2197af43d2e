package kontor.catalog.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.function.Consumer;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * The theoretical stock of a product: the count of its base and every move since (C-14). It may fall below zero,
 * because what left the shelf has left it (C-16).
 */
@Entity
class Stock extends AggregateRoot implements Persistable<Long> {

    @Id
    private long productId;

    private boolean tracked;
    private int onHand;
    private int reserved;
    private @Nullable Long baseStocktakingId;
    private int baseCount;
    private @Nullable Instant baseAt;

    /** Since when it is counted again after it was not; no count from before then says anything. */
    @Column
    private @Nullable Instant trackedSince;

    /** Number of the last fact told of it. */
    private long version;

    /** The id is the product's and says nothing about whether the row exists. */
    @Transient
    private boolean isNew = true;

    protected Stock() {}

    /** Of a product that is counted from its first day. */
    Stock(long productId) {
        this.productId = productId;
        tracked = true;
    }

    /**
     * Takes a move that has been stored. One from before the base changes nothing that is on hand.
     *
     * @param promised how many of its pieces had been promised and are so no more
     */
    void take(StockMove move, int promised) {
        int before = available();
        unreserve(promised);
        if (!base().covers(move.at())) {
            onHand = Math.addExact(onHand, move.delta());
        }
        long fact = ++version;
        int after = onHand;
        announce(() -> StockMoved.of(move, after, fact));
        tellShortage(before, move.recordedAt());
    }

    /** Promises pieces, or takes the promise back (below zero); nobody is promised what is not there (C-17). */
    void hold(int pieces) {
        if (pieces > 0 && pieces > available()) {
            throw new IllegalStateException("Of product %d not so much is available.".formatted(productId));
        }
        unreserve(-pieces);
    }

    private void unreserve(int pieces) {
        if (pieces > reserved) {
            throw new IllegalStateException("Of product %d not so much is reserved.".formatted(productId));
        }
        reserved = Math.subtractExact(reserved, pieces);
    }

    /**
     * Counts anew from another base.
     *
     * @param movedSince sum of all moves from the time of the base on
     */
    void rebase(Base base, int movedSince, Instant now) {
        int availableBefore = available();
        int onHandBefore = onHand;
        baseStocktakingId = base.stocktakingId();
        baseCount = base.count();
        baseAt = base.at();
        onHand = Math.addExact(base.count(), movedSince);
        long fact = ++version;
        int after = onHand;
        announce(() -> new StockBaseSet(
                productId, base.stocktakingId(), base.count(), base.at(), onHandBefore, after, now, fact));
        tellShortage(availableBefore, now);
    }

    /** Is counted again, from nothing (C-19). */
    void track(Instant now) {
        tracked = true;
        trackedSince = now;
        rebase(Base.startingAt(now), 0, now);
    }

    void untrack() {
        tracked = false;
    }

    /** Once per change of sign (C-16). */
    private void tellShortage(int availableBefore, Instant at) {
        if (availableBefore >= 0 && available() < 0) {
            long fact = ++version;
            int onHandNow = onHand;
            int reservedNow = reserved;
            announce(() -> new StockWentShort(productId, onHandNow, reservedNow, at, fact));
        }
    }

    /** Tells what happened to it; for where {@code save} would do no more, a thousand times a second. */
    void tell(Consumer<Object> listener) {
        events().forEach(listener);
        published();
    }

    boolean isTracked() {
        return tracked;
    }

    boolean isReserved() {
        return reserved > 0;
    }

    int onHand() {
        return onHand;
    }

    int available() {
        return onHand - reserved;
    }

    Base base() {
        return new Base(baseStocktakingId, baseCount, baseAt);
    }

    long productId() {
        return productId;
    }

    @Override
    public Long getId() {
        return productId;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @PostLoad
    @PostPersist
    void stored() {
        isNew = false;
    }
}
