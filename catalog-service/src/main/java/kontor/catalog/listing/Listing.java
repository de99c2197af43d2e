package kontor.catalog.listing;

import static kontor.catalog.core.ListingStatus.ACTIVE;
import static kontor.catalog.core.ListingStatus.CLOSED;
import static kontor.catalog.core.ListingStatus.DRAFT;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kontor.catalog.core.ListingStatus;
import kontor.catalog.core.ShipFrom;
import kontor.catalog.listing.ListingFact.ListingChanged;
import kontor.catalog.listing.ListingFact.ListingClosed;
import kontor.catalog.listing.ListingFact.ListingPublished;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.InUse;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** What one seller offers (C-20). 0 <= reserved <= quantity at any time; CLOSED is final. */
@Entity
class Listing extends ListingRecord {

    protected Listing() {}

    Listing(ListingForm form, UUID sellerId, Instant now) {
        super(form, sellerId, now);
        tell(ListingChanged::new, sellerId, now);
    }

    /** Whether it is another than before. Purchases keep what they were promised. */
    boolean edit(ListingForm wanted, Instant now) {
        if (status() == CLOSED) {
            throw new NotAllowedInState("The listing is closed.");
        }
        if (wanted.equals(form())) {
            return false;
        }
        if (wanted.quantity() < reserved()) {
            throw stillReserved();
        }
        if (status() == ACTIVE) {
            requireNothing(wanted.missing());
        }
        take(wanted);
        tell(ListingChanged::new, sellerId(), now);
        return true;
    }

    /**
     * Its seller can be bought from, from now on.
     *
     * @param maySell whether he is verified, active and no system member
     */
    void publish(boolean maySell, Instant now) {
        requireOther(ACTIVE);
        List<String> missing = form().missing();
        if (quantity() < 1) {
            missing.add("quantity");
        }
        if (!maySell) {
            missing.add("sellerId");
        }
        requireNothing(missing);
        stand(ACTIVE);
        tell(ListingPublished::new, sellerId(), now);
    }

    void hide(Instant now) {
        requireOther(DRAFT);
        if (reserved() > 0) {
            throw stillReserved();
        }
        stand(DRAFT);
        tell(ListingChanged::new, sellerId(), now);
    }

    /** Held reservations go on. */
    void close(UUID actorId, Instant now) {
        requireOther(CLOSED);
        stand(CLOSED);
        tell(ListingClosed::new, actorId, now);
    }

    private void requireOther(ListingStatus wanted) {
        if (status() == wanted) {
            throw new AlreadyInState("The listing is %s".formatted(wanted));
        }
        if (status() == CLOSED) {
            throw new NotAllowedInState("The listing is closed for good.");
        }
    }

    private static void requireNothing(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new ListingIncomplete(missing);
        }
    }

    private InUse stillReserved() {
        return new InUse("%d pieces of the listing are reserved.".formatted(reserved()));
    }

    void leaveCategory(UUID actorId, Instant now) {
        categorise(null);
        tell(ListingChanged::new, actorId, now);
    }

    /**
     * Its seller is anonymised: it is closed if it is not yet, and where he lived is known no more, as everywhere
     * (I-13).
     *
     * @return what was done, as the audit calls it; empty if there was nothing to do
     */
    Optional<String> loseSeller(Instant now) {
        @Nullable ShipFrom from = shipFrom();
        @Nullable ShipFrom left = from == null ? null : from.anonymised();
        boolean isKnown = !Objects.equals(left, from);
        sendFrom(left);
        if (status() != CLOSED) {
            close(Caller.SYSTEM, now);
            return Optional.of("close-listing");
        }
        if (!isKnown) {
            return Optional.empty();
        }
        tell(ListingChanged::new, Caller.SYSTEM, now);
        return Optional.of("forget-address");
    }

    /** Promises pieces; nobody is promised what is not there (C-21). */
    void hold(int pieces, Instant now) {
        if (status() != ACTIVE || pieces > available()) {
            throw new IllegalStateException("Not so much of the listing is available.");
        }
        reserve(pieces);
        tell(ListingChanged::new, Caller.SYSTEM, now);
    }

    /** Takes the promise back. */
    void release(int pieces, Instant now) {
        reserve(-pieces);
        tell(ListingChanged::new, Caller.SYSTEM, now);
    }

    /** Promised pieces are on their way. */
    void ship(int pieces, Instant now) {
        reserve(-pieces);
        giveAway(pieces);
        tell(ListingChanged::new, Caller.SYSTEM, now);
    }

    /** Nobody can buy it any more, and nobody waits for a piece of it. */
    boolean isSoldOut() {
        return status() == ACTIVE && quantity() == 0;
    }
}
