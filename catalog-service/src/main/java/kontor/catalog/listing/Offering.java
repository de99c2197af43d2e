package kontor.catalog.listing;

import kontor.catalog.core.ListingStatus;
import kontor.catalog.market.ListingView;
import kontor.catalog.market.Marketplace;
import kontor.platform.rejection.Forbidden;
import kontor.platform.security.Caller;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What sellers do with their listings; admins only close them. */
@Service
class Offering {

    private final ListingBook book;
    private final ListingReferences references;
    private final Marketplace market;
    private final Replies replies;

    Offering(ListingBook book, ListingReferences references, Marketplace market, Replies replies) {
        this.book = book;
        this.references = references;
        this.market = market;
        this.replies = replies;
    }

    @Transactional
    public ListingView create(CreateListing command) {
        references.holdStill();
        return replies.once(command.key(), ListingView.class, () -> {
            ListingForm form =
                    references.resolve(ListingForm.blank(), command.form(), command.siteId(), command.sellerId());
            return market.toSeller(book.add(form, command.sellerId()));
        });
    }

    @Transactional
    public ListingView edit(EditListing command) {
        references.holdStill();
        Listing listing = book.owned(command.id(), command.sellerId());
        command.expected().require(listing.version());
        ListingForm is = listing.form();
        ListingForm wanted = references.resolve(is, command.patch().apply(is), command.siteId(), command.sellerId());
        book.edit(listing, wanted);
        return market.toSeller(command.id());
    }

    /** The right to move it is judged before its state. */
    @Transactional
    public ListingView move(MoveListing command) {
        return replies.once(command.key(), ListingView.class, () -> {
            Caller caller = command.caller();
            boolean maySell = book.maySell(caller.memberId());
            Listing listing = book.governed(command.id(), caller);
            if (command.to() != ListingStatus.CLOSED && !caller.isSelf(listing.sellerId())) {
                throw new Forbidden();
            }
            switch (command.to()) {
                case ACTIVE -> book.publish(listing, maySell);
                case DRAFT -> book.hide(listing);
                case CLOSED -> book.close(listing, caller.memberId());
            }
            return market.toSeller(command.id());
        });
    }
}
