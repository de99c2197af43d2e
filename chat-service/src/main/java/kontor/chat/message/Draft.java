package kontor.chat.message;

import java.util.UUID;
import kontor.chat.conversation.Actor;
import kontor.chat.conversation.Role;
import kontor.chat.conversation.Seat;
import org.jspecify.annotations.Nullable;

/**
 * A message that shall be written.
 *
 * @param seat the sender's place, null for the System
 * @param text 1 to 4 000 code points, or null if there is an image
 * @param image path of an attachment, or null
 * @param clientMessageId names it, for this sender and conversation, once and for all (H-8)
 */
public record Draft(
        Actor sender,
        @Nullable Seat seat,
        @Nullable String text,
        @Nullable String image,
        UUID clientMessageId) {

    /** As what it is written. */
    Role role() {
        return seat == null ? Role.SYSTEM : seat.role();
    }
}
