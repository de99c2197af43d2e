package kontor.chat.message;

import java.time.Clock;
import java.util.UUID;
import kontor.chat.conversation.ConversationBook;
import kontor.chat.conversation.LockedConversation;
import kontor.chat.conversation.Seat;
import kontor.chat.conversation.Seats;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets members write. */
@Service
class Posting {

    private final ConversationBook book;
    private final Seats seats;
    private final Messages messages;
    private final Replies replies;
    private final Clock clock;

    Posting(ConversationBook book, Seats seats, Messages messages, Replies replies, Clock clock) {
        this.book = book;
        this.seats = seats;
        this.messages = messages;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * The stored message if this sender has used the name before (H-8), whatever else he sends; else {@code
     * empty-message}, {@code unknown-reference} or {@code conversation-closed}.
     */
    @Transactional
    public PostedMessage post(PostMessage command) {
        return replies.once(command.key(), PostedMessage.class, () -> {
            UUID senderId = command.sender().actorId();
            LockedConversation conversation = book.lock(command.conversationId(), senderId);

            // Look only once the lock is held: a twin has by now finished, and who has left while we waited is out.
            Seat seat = seats.in(conversation, senderId);
            return messages.sent(conversation, senderId, command.clientMessageId())
                    .map(message -> new PostedMessage(message, false))
                    .orElseGet(() -> write(conversation, seat, command));
        });
    }

    private PostedMessage write(LockedConversation conversation, Seat seat, PostMessage command) {
        @Nullable String image = command.image();
        if (command.text() == null && image == null) {
            throw new EmptyMessage();
        }
        if (image != null && !messages.isOwnImage(conversation, seat.memberId(), image)) {
            throw new UnknownReference("/image");
        }
        conversation.requireOpen();
        Draft draft =
                new Draft(command.sender().as(seat.role()), seat, command.text(), image, command.clientMessageId());
        MessageView message = messages.write(conversation, draft, clock.instant());
        book.keep(conversation);
        return new PostedMessage(message, true);
    }
}
