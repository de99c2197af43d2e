package kontor.chat.opening;

import java.util.Optional;
import kontor.chat.conversation.Actor;
import kontor.chat.conversation.Context;
import kontor.chat.conversation.ConversationBook;
import kontor.chat.conversation.LockedConversation;
import kontor.chat.conversation.NewConversation;
import kontor.chat.opening.OpenConversation.AboutListing;
import kontor.chat.overview.ConversationViews;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets members begin conversations, and gives back what is there already. */
@Service
class Opening {

    private final ConversationBook book;
    private final Invitations invitations;
    private final ConversationViews views;
    private final Replies replies;

    Opening(ConversationBook book, Invitations invitations, ConversationViews views, Replies replies) {
        this.book = book;
        this.invitations = invitations;
        this.views = views;
        this.replies = replies;
    }

    /** {@code unknown-reference}, {@code own-listing} (H-1 to H-3). */
    @Transactional
    public OpenedConversation open(OpenConversation wanted, Actor by, RequestKey key) {
        return replies.once(
                key,
                OpenedConversation.class,
                () -> begun(wanted, by)
                        .map(id -> new OpenedConversation(views.opened(id, by.actorId()), false))
                        .orElseGet(() -> begin(invitations.of(wanted, by), by)));
    }

    /** A talk about a listing goes on when nobody else can begin one any more. */
    private Optional<Long> begun(OpenConversation wanted, Actor by) {
        return wanted instanceof AboutListing listing
                ? book.idOf(Context.listing(listing.listingId()), by.actorId())
                : Optional.empty();
    }

    private OpenedConversation begin(NewConversation wanted, Actor by) {
        Optional<LockedConversation> fresh = book.open(wanted);
        fresh.ifPresent(book::keep);
        long id = fresh.map(LockedConversation::id).or(() -> existing(wanted)).orElseThrow();
        return new OpenedConversation(views.opened(id, by.actorId()), fresh.isPresent());
    }

    /** The one that stood in the way of a new one. */
    private Optional<Long> existing(NewConversation wanted) {
        @Nullable Context context = wanted.context();
        if (context == null) {
            return Optional.empty();
        }
        return context.type() == Context.Type.LISTING
                ? book.idOf(context, wanted.by().actorId())
                : book.idOf(context);
    }
}
