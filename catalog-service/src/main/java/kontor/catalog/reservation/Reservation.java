package kontor.catalog.reservation;

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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kontor.catalog.reservation.ReservationFact.Line;
import kontor.catalog.reservation.Step.Trigger;
import kontor.catalog.stock.Movement;
import org.jspecify.annotations.Nullable;

/** What one item of an order holds of a counted product, or has held. */
@Entity
class Reservation {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id", updatable = false)
    private Promise promise;

    @Column(updatable = false)
    private long orderItemId;

    @Column(updatable = false)
    private long productId;

    private int quantity;

    /** Null only before the first step of an item that came here without one (O-9). */
    @Enumerated(EnumType.STRING)
    private @Nullable State state;

    private @Nullable Long invoiceId;

    @Column
    private int moved;

    @Column
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Reservation() {}

    private Reservation(Promise promise, Line line, @Nullable State state, Instant now) {
        this.promise = promise;
        this.state = state;
        orderItemId = line.orderItemId();
        productId = line.productId();
        quantity = line.quantity();
        changedAt = now;
    }

    /** Where the pieces are. */
    enum State {
        /** In the house, promised to the order. */
        HELD,
        /** Out of the house. */
        CONSUMED,
        /** In the house, promised to nobody. */
        RELEASED
    }

    static Reservation held(Promise promise, Line line, Instant now) {
        return new Reservation(promise, line, State.HELD, now);
    }

    /** Of an imported item, whose pieces are about to come back. */
    static Reservation imported(Promise promise, Line line, Instant now) {
        return new Reservation(promise, line, null, now);
    }

    /** What this trigger makes of it, if anything. */
    Optional<Step> step(Trigger trigger) {
        return Step.of(trigger, state, invoiceId != null);
    }

    /** How the pieces move by a step that moves them. */
    Movement movement(Step step, Cause cause) {
        return new Movement(
                productId, step.kind(), step.direction() * quantity, cause.at(), cause.ref(this, step), null);
    }

    /**
     * The step is made.
     *
     * @param delta pieces that the stock has recorded for it
     */
    void made(Step step, int delta, Cause cause) {
        state = step.to();
        invoiceId = step.to() == State.RELEASED ? cause.invoiceId() : null;
        moved += delta;
        changedAt = cause.at();
    }

    /** Another number of pieces, which the stock or an invoice has agreed to. */
    void resize(int pieces, Instant now) {
        quantity = pieces;
        changedAt = now;
    }

    boolean isHeld() {
        return state == State.HELD;
    }

    /** Whether another invoice may take its pieces out: until then it holds nothing and may be of any size. */
    boolean mayGoOutAgain() {
        return step(Trigger.INVOICE_ISSUED).isPresent();
    }

    long orderItemId() {
        return orderItemId;
    }

    long productId() {
        return productId;
    }

    int quantity() {
        return quantity;
    }

    Line line() {
        return new Line(orderItemId, productId, quantity);
    }

    /**
     * What sets off a step.
     *
     * @param invoiceId null when the order or item did
     * @param at when it happened
     */
    record Cause(@Nullable Long invoiceId, Instant at) {

        /** Other writers may tell time more finely than it is kept here. */
        Cause {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        /** Once for each direction: an invoice takes out and, cancelled, gives back; the next one is another. */
        private String ref(Reservation of, Step step) {
            return invoiceId == null
                    ? "order:%d:%d".formatted(of.promise.orderId(), of.orderItemId)
                    : "invoice:%d:%d:%s".formatted(invoiceId, of.orderItemId, step.direction() > 0 ? "back" : "out");
        }
    }
}
