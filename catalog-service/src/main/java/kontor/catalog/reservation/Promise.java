package kontor.catalog.reservation;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kontor.catalog.core.FirstAnswer;
import kontor.catalog.reservation.AmountAnswers.Answer;
import kontor.catalog.reservation.Reservation.Cause;
import kontor.catalog.reservation.ReservationFact.FailedLine;
import kontor.catalog.reservation.ReservationFact.Line;
import kontor.catalog.reservation.ReservationFact.StockConsumed;
import kontor.catalog.reservation.ReservationFact.StockRefused;
import kontor.catalog.reservation.ReservationFact.StockReleased;
import kontor.catalog.reservation.ReservationFact.StockReserved;
import kontor.catalog.reservation.ReservationFact.StockTakenBack;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** What the catalog has told one order, and what its items hold. The first answer stays the answer (G-35). */
@Entity
class Promise extends FirstAnswer implements Persistable<Long> {

    @Id
    @Column(updatable = false)
    private long orderId;

    @OneToMany(mappedBy = "promise", cascade = CascadeType.PERSIST)
    private List<Reservation> reservations = new ArrayList<>();

    /** Opened by {@link PromiseBook}, so that two listeners can do so at once. */
    protected Promise() {}

    /** All lines are reserved. */
    void accept(List<Line> lines, Instant now) {
        for (Line line : lines) {
            reservations.add(Reservation.held(this, line, now));
        }
        decide(true, lines, now);
        answerAgain();
    }

    void refuse(List<FailedLine> lines, Instant now) {
        decide(false, lines, now);
        answerAgain();
    }

    /** The order ended before it was asked for: nothing is told, because nobody has asked, but the answer is no. */
    void close(Instant now) {
        decide(false, List.of(), now);
    }

    /** Tells the first answer, as often as somebody asks. */
    void answerAgain() {
        long fact = nextFact();
        if (isAccepted()) {
            announce(() -> new StockReserved(orderId, lines(Line[].class), answeredAt(), fact));
        } else {
            announce(() -> new StockRefused(orderId, null, lines(FailedLine[].class), answeredAt(), fact));
        }
    }

    /** Tells the answer to a question for another amount. */
    void tell(Answer given) {
        long fact = nextFact();
        announce(() -> given.told(fact));
    }

    /** Tells of reservations that have made the same step. */
    void tell(Step step, List<Line> lines, Cause cause) {
        long fact = nextFact();
        @Nullable Long invoiceId = cause.invoiceId();
        switch (step) {
            case RELEASE -> announce(() -> new StockReleased(orderId, invoiceId, lines, cause.at(), fact));
            case CONSUME, TAKE_OUT -> announce(() -> new StockConsumed(orderId, invoiceId, lines, cause.at(), fact));
            case TAKE_BACK -> {
                long cancelled = Objects.requireNonNull(invoiceId, "only an invoice brings pieces back");
                announce(() -> new StockTakenBack(orderId, cancelled, lines, cause.at(), fact));
            }
        }
    }

    /** Of an imported item, whose pieces are about to come back. */
    Reservation add(Line line, Instant now) {
        Reservation reservation = Reservation.imported(this, line, now);
        reservations.add(reservation);
        return reservation;
    }

    List<Reservation> of(Collection<Long> itemIds) {
        return reservations.stream()
                .filter(reservation -> itemIds.contains(reservation.orderItemId()))
                .sorted(Comparator.comparingLong(Reservation::orderItemId))
                .toList();
    }

    Optional<Reservation> of(long itemId) {
        return of(List.of(itemId)).stream().findFirst();
    }

    long orderId() {
        return orderId;
    }

    @Override
    public Long getId() {
        return orderId;
    }

    /** Only read under its lock, it is never merged; saving it stores what it holds for the first time. */
    @Override
    public boolean isNew() {
        return true;
    }
}
