package kontor.catalog.listing;

import java.util.UUID;
import kontor.catalog.core.ListingStatus;
import kontor.catalog.core.ShipFrom;
import kontor.catalog.listing.ListingFact.Columns;
import kontor.platform.messaging.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells what happened to a listing, and beside it how the listing is now. */
@Component
class ListingEvents {

    static final String FACTS = "kontor.catalog.listing.v1";
    static final String STATES = "kontor.catalog.listings.v1";

    private final Outbox outbox;

    ListingEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(ListingFact fact) {
        State state = State.of(fact.listing(), fact.version());
        outbox.append(FACTS, state.listingId(), state.version(), fact);
        outbox.state(STATES, state.listingId(), state.version(), state);
    }

    /** A listing as everybody else knows it: what order-service needs to sell it. */
    record State(
            long listingId,
            UUID sellerId,
            @Nullable String title,
            @Nullable Long unitPriceMinor,
            int available,
            @Nullable Integer weightG,
            @Nullable String country,
            @Nullable Long packagingId,
            @Nullable Long categoryId,
            @Nullable Long productId,
            ListingStatus status,
            long version) {

        private static State of(Columns listing, long version) {
            @Nullable ShipFrom from = listing.shipFrom();
            return new State(
                    listing.listingId(),
                    listing.sellerId(),
                    listing.title(),
                    listing.unitPriceMinor(),
                    listing.quantity() - listing.reserved(),
                    listing.weightG(),
                    from == null ? null : from.country(),
                    listing.packagingId(),
                    listing.categoryId(),
                    listing.productId(),
                    listing.status(),
                    version);
        }
    }
}
