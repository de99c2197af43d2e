package kontor.support.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import kontor.support.Messages;
import kontor.support.conversation.ConversationListener.Created;
import kontor.support.conversation.ConversationListener.Posted;
import org.junit.jupiter.api.Test;

/** What chat-service tells, read from the examples of its contract. */
class ConversationListenerTests {

    @Test
    void readsThatATicketHasItsConversation() {
        assertThat(Messages.example("kontor.chat.conversation-created.v1").as(Created.class))
                .isEqualTo(new Created(31, "SUPPORT", "TICKET", 71L));
    }

    @Test
    void readsOtherConversations() {
        assertThat(Messages.example("kontor.chat.conversation-created.v1", "private")
                        .as(Created.class)
                        .type())
                .isEqualTo("PRIVATE");
        assertThat(Messages.example("kontor.chat.conversation-created.v1", "purchase")
                        .as(Created.class)
                        .type())
                .isEqualTo("PURCHASE");
    }

    @Test
    void readsWhoHasWritten() {
        assertThat(Messages.example("kontor.chat.message-posted.v1").as(Posted.class))
                .isEqualTo(new Posted(
                        31,
                        UUID.fromString("0199c0de-0001-7000-8000-0000000000f2"),
                        Instant.parse("2026-06-04T08:05:00.000123Z")));
    }
}
