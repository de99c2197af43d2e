package kontor.chat.conversation;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Conversations to {@code kontor.chat.conversation.v1}: a stream per conversation. */
@Component
class ConversationEvents {

    private static final String CONVERSATIONS = "kontor.chat.conversation.v1";

    private final Outbox outbox;

    ConversationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(ConversationFact fact) {
        fact.actor().doing(() -> outbox.append(CONVERSATIONS, fact.conversationId(), fact.version(), fact));
    }
}
