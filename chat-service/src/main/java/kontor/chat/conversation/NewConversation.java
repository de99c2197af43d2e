package kontor.chat.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that shall begin.
 *
 * @param title heading, at most 120 code points
 * @param parties who is in it from the start
 */
public record NewConversation(
        ConversationType type,
        @Nullable Context context,
        @Nullable String title,
        List<UUID> parties,
        Actor by,
        Instant at) {}
