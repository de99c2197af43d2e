package kontor.catalog.deal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kontor.catalog.core.FirstAnswer;
import kontor.catalog.deal.DealFact.FailedLine;
import kontor.catalog.deal.DealFact.HeldLine;
import kontor.catalog.deal.DealFact.Line;
import kontor.catalog.deal.DealFact.ListingConsumed;
import kontor.catalog.deal.DealFact.ListingRefused;
import kontor.catalog.deal.DealFact.ListingReleased;
import kontor.catalog.deal.DealFact.ListingReserved;
import kontor.catalog.deal.ListingReservation.State;
import org.springframework.data.domain.Persistable;

/** What the catalog has told one purchase, and what it holds of listings. */
@Entity
class Deal extends FirstAnswer implements Persistable<Long> {

    @Id
    @Column(updatable = false)
    private long purchaseId;

    @OneToMany(mappedBy = "deal", cascade = CascadeType.PERSIST)
    private List<ListingReservation> reservations = new ArrayList<>();

    /** Opened by {@link DealBook}, so that two listeners can do so at once. */
    protected Deal() {}

    /** All lines are held. */
    void accept(List<HeldLine> lines, Instant now) {
        for (HeldLine line : lines) {
            reservations.add(new ListingReservation(this, line.listingId(), line.quantity(), now));
        }
        decide(true, lines, now);
        answerAgain();
    }

    void refuse(List<FailedLine> lines, Instant now) {
        decide(false, lines, now);
        answerAgain();
    }

    /** The purchase ended before it was asked for: nothing is told, because nobody has asked, but the answer is no. */
    void close(Instant now) {
        decide(false, List.of(), now);
    }

    /** Tells the first answer, as often as somebody asks. */
    void answerAgain() {
        long fact = nextFact();
        if (isAccepted()) {
            announce(() -> new ListingReserved(purchaseId, lines(HeldLine[].class), answeredAt(), fact));
        } else {
            announce(() -> new ListingRefused(purchaseId, lines(FailedLine[].class), answeredAt(), fact));
        }
    }

    /** What it holds is on its way. */
    List<Line> consume(Instant at) {
        List<Line> lines = end(State.CONSUMED, at);
        if (!lines.isEmpty()) {
            long fact = nextFact();
            announce(() -> new ListingConsumed(purchaseId, lines, at, fact));
        }
        return lines;
    }

    /** What it holds can be bought again. */
    List<Line> release(Instant at) {
        List<Line> lines = end(State.RELEASED, at);
        if (!lines.isEmpty()) {
            long fact = nextFact();
            announce(() -> new ListingReleased(purchaseId, lines, at, fact));
        }
        return lines;
    }

    /** None if it holds nothing any more: each trigger works once (C-18). */
    private List<Line> end(State as, Instant at) {
        List<ListingReservation> held = reservations.stream()
                .filter(ListingReservation::isHeld)
                .sorted(Comparator.comparingLong(ListingReservation::listingId))
                .toList();
        held.forEach(reservation -> reservation.end(as, at));
        return held.stream().map(ListingReservation::line).toList();
    }

    long purchaseId() {
        return purchaseId;
    }

    @Override
    public Long getId() {
        return purchaseId;
    }

    /** Only read under its lock, it is never merged; saving it stores what it holds for the first time. */
    @Override
    public boolean isNew() {
        return true;
    }
}
