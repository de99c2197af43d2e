package kontor.order.buying;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kontor.order.offer.KnownListings;
import kontor.order.offer.ListingNotActive;
import kontor.order.offer.MixedSellers;
import kontor.order.offer.Offer;
import kontor.order.purchase.NewPurchase;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lines of a purchase with what their listings say now, checked in the order of the rules (O-20). */
@Component
class Goods {

    private final KnownListings listings;
    private final Parties parties;

    Goods(KnownListings listings, Parties parties) {
        this.listings = listings;
        this.parties = parties;
    }

    /**
     * What is bought.
     *
     * @param country it is sent from, that of the first line
     */
    record Basket(UUID sellerId, String country, List<NewPurchase.Line> lines) {

        long goodsMinor() {
            return lines.stream()
                    .mapToLong(line -> Math.multiplyExact(line.unitPriceMinor(), (long) line.quantity()))
                    .sum();
        }

        long weightG() {
            return lines.stream()
                    .mapToLong(line -> (long) line.weightG() * line.quantity())
                    .sum();
        }
    }

    Basket take(BuyGoods command) {
        Map<Long, Offer> known = listings.of(command.lines().stream()
                .map(BuyGoods.Line::listingId)
                .distinct()
                .toList());
        for (int line = 0; line < command.lines().size(); line++) {
            requireVisible(known.get(command.lines().get(line).listingId()), line, command);
        }
        List<Offer> offers = command.lines().stream()
                .map(line -> Objects.requireNonNull(known.get(line.listingId())))
                .toList();
        offers.stream().map(Offer::sellerId).distinct().forEach(parties::requireSeller);
        offers.forEach(offer -> requireForeign(offer, command.buyerId()));
        if (offers.stream().map(Offer::sellerId).distinct().count() > 1) {
            throw new MixedSellers();
        }
        List<NewPurchase.Line> lines = command.lines().stream()
                .map(line -> line(Objects.requireNonNull(known.get(line.listingId())), line.quantity()))
                .toList();
        Offer first = offers.getFirst();
        return new Basket(first.sellerId(), Objects.requireNonNull(first.country()), lines);
    }

    private static void requireVisible(@Nullable Offer offer, int line, BuyGoods command) {
        if (offer == null
                || !offer.isVisibleTo(command.actor().actorId(), command.actor().isPrivileged())) {
            throw new UnknownReference("/lines/%d/listingId".formatted(line));
        }
    }

    private static void requireForeign(Offer offer, UUID buyerId) {
        if (offer.sellerId().equals(buyerId)) {
            throw new OwnListing(offer.listingId());
        }
    }

    /** An active listing is complete (C-20). */
    private static NewPurchase.Line line(Offer offer, int quantity) {
        @Nullable String title = offer.title();
        if (!offer.active() || title == null || offer.country() == null) {
            throw new ListingNotActive(offer.listingId());
        }
        return new NewPurchase.Line(
                offer.listingId(), title, quantity, offer.unitPriceMinor(), offer.weightG(), offer.version());
    }
}
