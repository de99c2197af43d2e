package kontor.support.ticket;

import java.time.Instant;
import java.util.UUID;
import kontor.support.answer.Answer;
import kontor.support.object.TargetRef;
import kontor.support.promise.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A ticket to be opened (S-1).
 *
 * @param text first message of its conversation
 * @param answer second message, by the System (S-3)
 * @param target what it is about, null for nothing in particular
 */
public record NewTicket(
        UUID creatorId,
        String subject,
        String text,
        Answer answer,
        @Nullable TargetRef target,
        Priority priority,
        Instant createdAt) {}
