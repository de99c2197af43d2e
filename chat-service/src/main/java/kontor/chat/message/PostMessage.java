package kontor.chat.message;

import java.util.UUID;
import kontor.chat.conversation.Actor;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/** A member shall have written this. */
record PostMessage(
        RequestKey key,
        long conversationId,
        Actor sender,
        UUID clientMessageId,
        @Nullable String text,
        @Nullable String image) {}
