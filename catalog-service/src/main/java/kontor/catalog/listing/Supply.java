package kontor.catalog.listing;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kontor.catalog.core.ShipFrom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What listings have to give: locks them, promises pieces of them and gives them away. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Supply {

    private final Listings listings;
    private final ListingBook book;
    private final Clock clock;

    Supply(Listings listings, ListingBook book, Clock clock) {
        this.listings = listings;
        this.book = book;
        this.clock = clock;
    }

    /**
     * A listing while it is locked. An active one has everything (C-20).
     *
     * @param available pieces that can be promised
     */
    public record Offer(
            boolean isActive,
            int available,
            UUID sellerId,
            @Nullable String title,
            @Nullable Long unitPriceMinor,
            @Nullable Integer weightG,
            @Nullable ShipFrom shipFrom) {}

    /** Locks many in id order, as every transaction does that holds more than one. */
    public void lockAll(Collection<Long> ids) {
        List<Long> sorted = ids.stream().distinct().sorted().toList();
        if (!sorted.isEmpty()) {
            listings.lockAll(sorted);
        }
    }

    /** It stays so until the transaction ends; empty if there is no such listing. */
    public Optional<Offer> find(long id) {
        return listings.findById(id).map(Listing::offer);
    }

    /** Promises pieces of an active listing. */
    public void hold(long id, int pieces) {
        Listing listing = locked(id);
        listing.hold(pieces, clock.instant());
        book.save(listing);
    }

    /** Takes the promise back. */
    public void release(long id, int pieces) {
        Listing listing = locked(id);
        listing.release(pieces, clock.instant());
        book.save(listing);
    }

    /** Promised pieces leave; with the last one the listing is closed (section 3). */
    public void ship(long id, int pieces) {
        Listing listing = locked(id);
        listing.ship(pieces, clock.instant());
        book.save(listing);
    }

    private Listing locked(long id) {
        return listings.findById(id)
                .orElseThrow(() -> new IllegalStateException("There is no listing %d.".formatted(id)));
    }
}
