package kontor.chat.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ContainerPostProcessor;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.stereotype.Component;

/** Hears from this service's own topic what has happened in conversations, and logs it for the streams (H-10). */
@Component
class ConversationLogListener {

    private static final String CONSUMER = "chat.live";
    private static final String GOING_AHEAD = "goingAhead";

    private final Inbox inbox;
    private final LiveLog log;

    ConversationLogListener(Inbox inbox, LiveLog log) {
        this.inbox = inbox;
        this.log = log;
    }

    /** Does not wait until the broker has noted how far it is: what comes again after a crash, the inbox knows. */
    @Bean(GOING_AHEAD)
    static ContainerPostProcessor<String, byte[], AbstractMessageListenerContainer<String, byte[]>> goingAhead() {
        return container -> container.getContainerProperties().setSyncCommits(false);
    }

    /** What is used of ConversationCreated. */
    record Created(long conversationId, List<In> members, Instant at) {

        /** Somebody who is in it. */
        record In(UUID memberId, String role) {}
    }

    /** What is used of MemberJoined and MemberLeft. */
    record Moved(long conversationId, UUID memberId, String role, Instant at) {

        private Changed changed() {
            return new Changed(conversationId, List.of(new Created.In(memberId, role)), at);
        }
    }

    /**
     * What is used of MessagePosted.
     *
     * @param senderReadSeq where the sender's own marker is then; null for the System
     */
    record Posted(
            long conversationId,
            long seq,
            UUID senderId,
            @Nullable Long senderReadSeq) {}

    /** What is used of ReadMarkerMoved. */
    record Marked(long conversationId, UUID memberId, long lastReadSeq) {}

    /** What is used of ConversationClosed; told as it is. */
    record Closed(long conversationId, Instant at) {}

    /** Who came or went, as streams tell it. */
    record Changed(long conversationId, List<Created.In> members, Instant at) {}

    /** How far the owner of the stream has read, as streams tell it. */
    record Read(long conversationId, long lastReadSeq) {}

    @KafkaListener(topics = "kontor.chat.conversation.v1", groupId = CONSUMER, containerPostProcessor = GOING_AHEAD)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.chat.conversation-created.v1" -> create(message.as(Created.class));
            case "kontor.chat.member-joined.v1" -> join(message.as(Moved.class));
            case "kontor.chat.member-left.v1" -> leave(message.as(Moved.class));
            case "kontor.chat.message-posted.v1" -> post(message.as(Posted.class));
            case "kontor.chat.read-marker-moved.v1" -> mark(message.as(Marked.class));
            case "kontor.chat.conversation-closed.v1" -> close(message.as(Closed.class));
            default -> {} // other facts of this stream only move its version
        }
    }

    private void create(Created created) {
        log.tell(
                LiveName.JOINED,
                created.conversationId(),
                new Changed(created.conversationId(), created.members(), created.at()));
    }

    private void join(Moved moved) {
        log.tell(LiveName.JOINED, moved.conversationId(), moved.changed());
    }

    /** He who left is told as himself, because what is told to the conversation reaches him no more. */
    private void leave(Moved moved) {
        log.tell(LiveName.LEFT, moved.conversationId(), moved.changed());
        log.tell(LiveName.LEFT, List.of(moved.memberId()), moved.changed());
    }

    private void post(Posted posted) {
        log.message(posted.conversationId(), posted.seq());
        // Writing moves the own marker only if nothing before was unread (H-9).
        if (posted.senderReadSeq() != null && posted.senderReadSeq() == posted.seq()) {
            read(posted.senderId(), posted.conversationId(), posted.seq());
        }
    }

    private void mark(Marked marked) {
        read(marked.memberId(), marked.conversationId(), marked.lastReadSeq());
    }

    /** Markers are their owner's: nobody is told what others have read. */
    private void read(UUID member, long conversationId, long seq) {
        log.tell(LiveName.READ, List.of(member), new Read(conversationId, seq));
    }

    private void close(Closed closed) {
        log.tell(LiveName.CLOSED, closed.conversationId(), closed);
    }
}
