package kontor.chat.opening;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.chat.context.KnownListings;
import kontor.chat.context.KnownListings.KnownListing;
import kontor.chat.context.KnownPurchases;
import kontor.chat.context.StaffRights;
import kontor.chat.conversation.Actor;
import kontor.chat.conversation.Context;
import kontor.chat.conversation.ConversationType;
import kontor.chat.conversation.NewConversation;
import kontor.chat.opening.OpenConversation.AboutListing;
import kontor.chat.opening.OpenConversation.AboutPurchase;
import kontor.chat.opening.OpenConversation.WithMembers;
import kontor.platform.rejection.UnknownReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says who is asked into a new conversation, and whether that may be. */
@Component
class Invitations {

    private final KnownListings listings;
    private final KnownPurchases purchases;
    private final StaffRights rights;
    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(KnownListings listings, KnownPurchases purchases, StaffRights rights, JdbcClient jdbc, Clock clock) {
        this.listings = listings;
        this.purchases = purchases;
        this.rights = rights;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** {@code unknown-reference} or {@code own-listing}. */
    NewConversation of(OpenConversation wanted, Actor by) {
        return switch (wanted) {
            case WithMembers circle -> with(circle.others(), by);
            case AboutListing listing -> about(listing, by);
            case AboutPurchase purchase -> about(purchase, by);
        };
    }

    private NewConversation with(List<UUID> others, Actor by) {
        Set<UUID> verified = verified(others);
        for (int i = 0; i < others.size(); i++) {
            if (!verified.contains(others.get(i))) {
                throw new UnknownReference("/memberIds/" + i);
            }
        }
        List<UUID> parties =
                Stream.concat(Stream.of(by.actorId()), others.stream()).toList();
        return new NewConversation(ConversationType.PRIVATE, null, null, parties, by, clock.instant());
    }

    /** Whoever is anonymised receives nothing more (H-14). */
    private Set<UUID> verified(List<UUID> members) {
        return new HashSet<>(jdbc.sql("select id from known_member where id = any(cast(? as uuid[])) and status = ?")
                .param(members.stream().map(UUID::toString).toArray(String[]::new))
                .param("VERIFIED")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    private NewConversation about(AboutListing wanted, Actor by) {
        KnownListing listing =
                listings.active(wanted.listingId()).orElseThrow(() -> new UnknownReference("/listingId"));
        if (listing.sellerId().equals(by.actorId())) {
            throw new OwnListing(wanted.listingId());
        }
        return new NewConversation(
                ConversationType.PRIVATE,
                Context.listing(wanted.listingId()),
                listing.title(),
                List.of(by.actorId(), listing.sellerId()),
                by,
                clock.instant());
    }

    /** Its parties and whoever helps them may have it opened; in it are the parties. */
    private NewConversation about(AboutPurchase wanted, Actor by) {
        Context context = Context.purchase(wanted.purchaseId());
        List<UUID> parties = purchases
                .parties(wanted.purchaseId())
                .filter(both -> both.contains(by.actorId()) || rights.holds(by.actorId(), context))
                .orElseThrow(() -> new UnknownReference("/purchaseId"));
        return new NewConversation(
                ConversationType.PURCHASE,
                context,
                Long.toString(wanted.purchaseId()),
                parties,
                parties.contains(by.actorId()) ? by : Actor.staff(by.actorId()),
                clock.instant());
    }
}
