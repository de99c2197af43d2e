package kontor.support.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.support.ticket.LockedTicket;
import kontor.support.ticket.TicketBook;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from chat-service that a ticket has its conversation, and who writes there; never what. */
@Component
class ConversationListener {

    private static final String CONSUMER = "support.conversation";
    private static final String CREATED = "kontor.chat.conversation-created.v1";
    private static final String POSTED = "kontor.chat.message-posted.v1";

    private final Inbox inbox;
    private final TicketBook book;

    ConversationListener(Inbox inbox, TicketBook book) {
        this.inbox = inbox;
        this.book = book;
    }

    /** What is used of ConversationCreated. */
    record Created(
            long conversationId,
            String type,
            @Nullable String contextType,
            @Nullable Long contextId) {

        private boolean isOfTicket() {
            return type.equals("SUPPORT") && "TICKET".equals(contextType) && contextId != null;
        }
    }

    /** What is used of MessagePosted. */
    record Posted(long conversationId, UUID senderId, Instant at) {}

    @KafkaListener(topics = "kontor.chat.conversation.v1", groupId = CONSUMER, properties = "${kontor.kafka.unhurried}")
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        Map<UUID, Posted> read = new HashMap<>();
        Set<Long> others = new HashSet<>();
        inbox.inOrder(
                CONSUMER, poll, messages -> sortOut(messages, read, others), message -> apply(message, read, others));
    }

    /**
     * Most messages are written where no ticket is: that is asked once for all of a poll.
     *
     * @param read takes what the messages hold, which is asked for a second time when they are applied
     * @param others takes the conversations of no ticket
     */
    private void sortOut(List<Message> messages, Map<UUID, Posted> read, Set<Long> others) {
        read.clear();
        others.clear();
        messages.stream()
                .filter(message -> message.type().equals(POSTED))
                .forEach(message -> read.put(message.id(), message.as(Posted.class)));
        read.values().forEach(posted -> others.add(posted.conversationId()));
        others.removeAll(book.conversationsAmong(others));
    }

    private void apply(Message message, Map<UUID, Posted> read, Set<Long> others) {
        switch (message.type()) {
            case CREATED -> {
                Created created = message.as(Created.class);
                others.remove(created.conversationId());
                link(created);
            }
            case POSTED -> {
                @Nullable Posted known = read.get(message.id());
                // One that had to wait for the version before it is none of this poll.
                Posted posted = known == null ? message.as(Posted.class) : known;
                if (!others.contains(posted.conversationId())) {
                    hear(posted);
                }
            }
            default -> {} // other facts of this stream only move its version
        }
    }

    private void link(Created created) {
        @Nullable Long ticketId = created.contextId();
        if (!created.isOfTicket() || ticketId == null) {
            return;
        }
        LockedTicket ticket = book.find(ticketId)
                .orElseThrow(() -> new MalformedRecord("There is no ticket %d.".formatted(ticketId), null));
        if (ticket.link(created.conversationId())) {
            book.keep(ticket);
        }
    }

    /** Conversations of no ticket are found by none. */
    private void hear(Posted posted) {
        book.findByConversation(posted.conversationId()).ifPresent(ticket -> {
            ticket.written(posted.senderId(), posted.at(), book.now());
            book.keep(ticket);
        });
    }
}
