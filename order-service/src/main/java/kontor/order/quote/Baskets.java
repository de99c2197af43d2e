package kontor.order.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.order.offer.KnownListings;
import kontor.order.offer.KnownPackagings;
import kontor.order.offer.ListingNotActive;
import kontor.order.offer.MixedSellers;
import kontor.order.offer.Offer;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
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
        List<Offer> offers = offers(question);
        if (offers.stream().map(Offer::sellerId).distinct().count() > 1) {
            throw new MixedSellers();
        }
        List<Basket.Line> lines = new ArrayList<>();
        for (int line = 0; line < offers.size(); line++) {
            lines.add(line(offers.get(line), question.lines().get(line).quantity()));
        }
        return new Basket(lines, packagings.requireActive(question.packagingId()));
    }

    private List<Offer> offers(AskQuote question) {
        Map<Long, Offer> known = listings.of(
                question.lines().stream().map(AskQuote.Line::listingId).toList());
        List<Offer> offers = new ArrayList<>();
        for (AskQuote.Line line : question.lines()) {
            @Nullable Offer offer = known.get(line.listingId());
            if (offer == null || !offer.isVisibleTo(question.memberId(), question.isAdmin())) {
                throw new UnknownReference("/lines/%d/listingId".formatted(offers.size()));
            }
            offers.add(offer);
        }
        return offers;
    }

    /** What is active says where it is sent from. */
    private static Basket.Line line(Offer offer, int quantity) {
        @Nullable String country = offer.country();
        if (!offer.active() || country == null) {
            throw new ListingNotActive(offer.listingId());
        }
        return new Basket.Line(offer, country, quantity);
    }
}
