package kontor.support.conversation;

import java.time.Instant;
import java.util.List;
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
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.chat.conversation-created.v1" -> link(message.as(Created.class));
            case "kontor.chat.message-posted.v1" -> hear(message.as(Posted.class));
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
