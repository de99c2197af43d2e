package kontor.catalog.deal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import kontor.catalog.deal.DealFact.Line;
import org.jspecify.annotations.Nullable;

/** What one purchase holds of a listing, or has held. It ends once. */
@Entity
class ListingReservation {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "purchase_id", updatable = false)
    @SuppressWarnings("UnusedVariable") // Hibernate reads it.
    private Deal deal;

    @Column(updatable = false)
    private long listingId;

    @Column(updatable = false)
    private int quantity;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ListingReservation() {}

    ListingReservation(Deal deal, long listingId, int quantity, Instant now) {
        this.deal = deal;
        this.listingId = listingId;
        this.quantity = quantity;
        state = State.HELD;
        changedAt = now;
    }

    /** Where the pieces are: the states of the table of the domain page (section 3); all but HELD are final. */
    enum State {
        /** With the seller, promised to the purchase. */
        HELD,
        /** On their way to the buyer. */
        CONSUMED,
        /** With the seller, promised to nobody. */
        RELEASED
    }

    void end(State as, Instant at) {
        if (!isHeld()) {
            throw new IllegalStateException("Listing %d is held no more.".formatted(listingId));
        }
        state = as;
        changedAt = at;
    }

    boolean isHeld() {
        return state == State.HELD;
    }

    long listingId() {
        return listingId;
    }

    Line line() {
        return new Line(listingId, quantity);
    }
}
