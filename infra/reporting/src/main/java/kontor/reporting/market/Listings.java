package kontor.reporting.market;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What members offer (section 7). */
@Component
final class Listings implements Subject<Listings.Listing> {

    static final Figure PER_STATUS =
            Figure.of("listings-per-status").by("status").measuring("number", "pieces", "reserved", "sold");

    /**
     * @param sold pieces that have left it for good
     */
    record Listing(@Nullable Offer offer, long sold) {}

    /** What is used of its events, each of which says all of it; a draft may be without a title. */
    record Offer(@Nullable String title, long quantity, long reserved, String status, Instant createdAt) {}

    @Override
    public String name() {
        return "listing";
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.catalog.listing.v1", Purchases.STOCK_TOPIC);
    }

    @Override
    public Listing begin() {
        return new Listing(null, 0);
    }

    @Override
    public List<String> ids(Message fact) {
        if (!fact.topic().equals(Purchases.STOCK_TOPIC)) {
            return List.of(fact.key());
        }
        return fact.type().equals(Purchases.CONSUMED)
                ? fact.as(Purchases.Lines.class).lines().stream()
                        .map(line -> Long.toString(line.listingId()))
                        .distinct()
                        .toList()
                : List.of();
    }

    @Override
    public Listing apply(String id, Listing listing, Message fact) {
        if (!fact.topic().equals(Purchases.STOCK_TOPIC)) {
            return new Listing(fact.as(Offer.class), listing.sold());
        }
        long more = fact.as(Purchases.Lines.class).lines().stream()
                .filter(line -> Long.toString(line.listingId()).equals(id))
                .mapToLong(Purchases.Held::quantity)
                .sum();
        return new Listing(listing.offer(), Math.addExact(listing.sold(), more));
    }

    @Override
    public List<Contribution> contributions(String id, Listing listing) {
        Offer offer = listing.offer();
        return offer == null
                ? List.of()
                : List.of(PER_STATUS.at(offer.status()).adds(1, offer.quantity(), offer.reserved(), listing.sold()));
    }

    @Override
    public List<Figure> figures() {
        return List.of(PER_STATUS);
    }
}
