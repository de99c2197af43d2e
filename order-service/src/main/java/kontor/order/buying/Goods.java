package kontor.order.buying;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.order.offer.KnownListings;
import kontor.order.offer.MixedSellers;
import kontor.order.offer.Offer;
import kontor.order.purchase.NewPurchase;
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
        List<Offer> offers = listings.seenBy(
                command.actor().actorId(),
                command.actor().isPrivileged(),
                command.lines().stream().map(BuyGoods.Line::listingId).toList());
        offers.stream().map(Offer::sellerId).distinct().forEach(parties::requireSeller);
        offers.forEach(offer -> requireForeign(offer, command.buyerId()));
        MixedSellers.refuse(offers);
        List<NewPurchase.Line> lines = new ArrayList<>();
        for (BuyGoods.Line line : command.lines()) {
            lines.add(line(offers.get(lines.size()), line.quantity()));
        }
        Offer first = offers.getFirst();
        return new Basket(first.sellerId(), Objects.requireNonNull(first.country()), lines);
    }

    private static void requireForeign(Offer offer, UUID buyerId) {
        if (offer.sellerId().equals(buyerId)) {
            throw new OwnListing(offer.listingId());
        }
    }

    private static NewPurchase.Line line(Offer offer, int quantity) {
        offer.requireActive();
        return new NewPurchase.Line(
                offer.listingId(),
                Objects.requireNonNull(offer.title()),
                quantity,
                offer.unitPriceMinor(),
                offer.weightG(),
                offer.version());
    }
}
