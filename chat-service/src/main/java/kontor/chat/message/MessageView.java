package kontor.chat.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as those see it who are in the conversation; plain text, never markup (H-11).
 *
 * @param seq its number in the conversation: 1, 2, 3 ...
 * @param senderName "System" for an automatic answer, "Former member" once anonymised (H-14)
 * @param automatic whether the System has answered (S-3)
 * @param image path of the attachment
 */
public record MessageView(
        long id,
        long conversationId,
        long seq,
        UUID senderId,
        String senderName,
        boolean automatic,
        @Nullable String text,
        @Nullable String image,
        Instant at,
        UUID clientMessageId) {}
