package kontor.chat.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in a conversation, never what was written (G-36); the version travels beside the body. */
public sealed interface ConversationFact {

    long conversationId();

    Actor actor();

    long version();

    /** It began, with these in it. */
    record ConversationCreated(
            long conversationId,
            ConversationType type,
            Context.@Nullable Type contextType,
            @Nullable Long contextId,
            List<Member> members,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements ConversationFact {}

    /** Who is in it from the start, as what. */
    record Member(UUID memberId, Role role) {}

    /** Somebody came in. */
    record MemberJoined(
            long conversationId,
            UUID memberId,
            Role role,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements ConversationFact {}

    /** Staff went out and reads nothing of it any more. */
    record MemberLeft(
            long conversationId,
            UUID memberId,
            Role role,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements ConversationFact {}

    /**
     * A message was stored.
     *
     * @param senderReadSeq the sender's read marker after it, null for the System
     */
    record MessagePosted(
            long conversationId,
            long messageId,
            long seq,
            UUID senderId,
            Role role,
            Instant at,
            boolean hasText,
            boolean hasImage,
            @Nullable Long senderReadSeq,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements ConversationFact {}

    /** A member has read up to there. */
    record ReadMarkerMoved(
            long conversationId,
            UUID memberId,
            long lastReadSeq,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements ConversationFact {}

    /** It is read-only from now on. */
    record ConversationClosed(
            long conversationId,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version) implements ConversationFact {}
}
