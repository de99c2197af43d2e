package kontor.chat.conversation;

import kontor.platform.Rejection;

/** The ticket of the conversation is closed, so nothing is written any more (H-12). */
public final class ConversationClosed extends Rejection {

    ConversationClosed() {
        super(Kind.CONFLICT, "conversation-closed", "The ticket of this conversation is closed; open a new one.");
    }
}
