package kontor.chat.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.chat.conversation.Context;
import kontor.chat.conversation.ConversationType;
import kontor.chat.conversation.Role;
import kontor.chat.message.MessageView;
import org.jspecify.annotations.Nullable;

/**
 * A conversation.
 *
 * @param title title of the listing, number of the purchase, or subject of the ticket
 * @param closedAt read-only from then on
 * @param lastSeq number of messages
 * @param lastReadSeq the last message that the reader has read; what others have read is theirs
 * @param unread messages that the reader has neither read nor written (H-9)
 * @param members who is in it now, the reader included
 * @param lastMessage null for who is not in it
 */
public record ConversationView(
        long id,
        long version,
        ConversationType type,
        Context.@Nullable Type contextType,
        @Nullable Long contextId,
        @Nullable String title,
        Instant createdAt,
        UUID createdBy,
        @Nullable Instant closedAt,
        long lastSeq,
        @Nullable Instant lastMessageAt,
        long lastReadSeq,
        long unread,
        List<InIt> members,
        @Nullable MessageView lastMessage,
        @Nullable String externalSource,
        @Nullable String externalId) {

    /**
     * Who is in a conversation.
     *
     * @param name "Former member" once anonymised (H-14)
     */
    public record InIt(UUID memberId, String name, Role role, Instant joinedAt) {}

    ConversationView with(List<InIt> inIt, @Nullable MessageView last) {
        return new ConversationView(
                id,
                version,
                type,
                contextType,
                contextId,
                title,
                createdAt,
                createdBy,
                closedAt,
                lastSeq,
                lastMessageAt,
                lastReadSeq,
                unread,
                inIt,
                last,
                externalSource,
                externalId);
    }
}
