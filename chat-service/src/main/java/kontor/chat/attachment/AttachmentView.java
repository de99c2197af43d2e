package kontor.chat.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * An attached picture.
 *
 * @param path what a message names as its image; the last part of the address
 */
record AttachmentView(
        String path,
        long conversationId,
        UUID uploadedBy,
        String mediaType,
        long bytes,
        int width,
        int height,
        Instant at) {}
