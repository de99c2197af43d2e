package kontor.order.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kontor.order.offer.KnownListings;
import kontor.order.offer.KnownPackagings;
import kontor.order.offer.MixedSellers;
import kontor.order.offer.Offer;
import org.springframework.stereotype.Component;

/** Looks up what is asked for, in the order of O-20. */
@Component
class Baskets {

    private final KnownListings listings;
    private final KnownPackagings packagings;

    Baskets(KnownListings listings, KnownPackagings packagings) {
        this.listings = listings;
        this.packagings = packagings;
    }

    /** {@code unknown-reference} with its pointer, {@code mixed-sellers}, {@code listing-not-active}. */
    Basket of(AskQuote question) {
        List<Offer> offers = listings.seenBy(
                question.memberId(),
                question.isAdmin(),
                question.lines().stream().map(AskQuote.Line::listingId).toList());
        MixedSellers.refuse(offers);
        List<Basket.Line> lines = new ArrayList<>();
        for (AskQuote.Line line : question.lines()) {
            lines.add(line(offers.get(lines.size()), line.quantity()));
        }
        return new Basket(lines, packagings.requireActive(question.packagingId()));
    }

    private static Basket.Line line(Offer offer, int quantity) {
        offer.requireActive();
        return new Basket.Line(offer, Objects.requireNonNull(offer.country()), quantity);
    }
}
