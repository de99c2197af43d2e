package kontor.catalog.listing;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import kontor.catalog.category.CategoryDeleted;
import kontor.catalog.seller.KnownSellers;
import kontor.platform.messaging.Origin;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import kontor.platform.security.KnownMember;
import kontor.platform.security.MemberCopied;
import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks, changes and stores listings, among it what nobody asked for: the steps of the System (section 3). A member is
 * held before his listings are, everywhere.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ListingBook {

    private final Listings listings;
    private final KnownSellers sellers;
    private final Audit audit;
    private final Clock clock;

    ListingBook(Listings listings, KnownSellers sellers, Audit audit, Clock clock) {
        this.listings = listings;
        this.sellers = sellers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether he is verified, active and no system member; that stays so until the transaction ends. */
    public boolean maySell(UUID memberId) {
        return sellers.hold(memberId);
    }

    /** A new draft; gives its id. */
    public long add(ListingForm form, UUID sellerId) {
        sellers.hold(sellerId);
        Listing listing = new Listing(form, sellerId, clock.instant());
        store(listing);
        return listing.id();
    }

    /** Locked until the transaction ends; another's is like none. */
    public Listing owned(long id, UUID sellerId) {
        return listings.lock(id, sellerId, false).orElseThrow(NotFound::new);
    }

    /** Locked until the transaction ends; another's only for an admin. */
    public Listing governed(long id, Caller caller) {
        return listings.lock(id, caller.memberId(), caller.isAdmin()).orElseThrow(NotFound::new);
    }

    public void edit(Listing listing, ListingForm wanted) {
        if (listing.edit(wanted, clock.instant())) {
            store(listing);
        }
    }

    public void publish(Listing listing, boolean maySell) {
        listing.publish(maySell, clock.instant());
        store(listing);
    }

    public void hide(Listing listing) {
        listing.hide(clock.instant());
        store(listing);
    }

    /** By its seller, or by an admin, which is a privilege (G-45). */
    public void close(Listing listing, UUID actorId) {
        listing.close(actorId, clock.instant());
        store(listing);
        if (!actorId.equals(listing.sellerId())) {
            audit.record("close-listing", "listing", listing.id());
        }
    }

    /** Stores it and has told what it announces; one that is sold out is closed before anybody sees it so. */
    public void save(Listing listing) {
        listings.save(listing);
        if (listing.isSoldOut()) {
            bySystem(now -> {
                listing.close(Caller.SYSTEM, now);
                listings.save(listing);
                audit.record("close-listing", "listing", listing.id());
            });
        }
    }

    /** The same, visible to plain SQL of the same transaction. */
    private void store(Listing listing) {
        save(listing);
        listings.flush();
    }

    @EventListener
    public void on(MemberCopied event) {
        KnownMember member = event.member();
        if (member.status().equals("ANONYMISED")) {
            bySystem(now -> loseSeller(member.memberId(), now));
        }
    }

    private void loseSeller(UUID sellerId, Instant now) {
        for (Listing listing : listings.lockThoseOf(sellerId)) {
            listing.loseSeller(now).ifPresent(action -> {
                listings.save(listing);
                audit.record(action, "listing", listing.id());
            });
        }
    }

    /** Only products hold a category (C-6). */
    @EventListener
    public void on(CategoryDeleted event) {
        listings.lockThoseIn(event.categoryId()).forEach(listing -> {
            listing.leaveCategory(event.adminId(), clock.instant());
            listings.save(listing);
        });
    }

    private void bySystem(Consumer<Instant> step) {
        UUID actor = Origin.current().actorId();
        Origin.actor(Caller.SYSTEM);
        try {
            step.accept(clock.instant());
        } finally {
            Origin.actor(actor);
        }
    }
}
