package kontor.support.queue;

import java.time.Instant;
import java.util.UUID;
import kontor.support.ticket.Holding;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff who has, or had, a ticket.
 *
 * @param startedAt when he had it for the first time
 */
public record AssignmentView(
        Long id,
        Long version,
        Long ticketId,
        UUID staffId,
        Holding.Status status,
        Instant startedAt,
        Instant lastActivityAt,
        @Nullable String externalSource,
        @Nullable String externalId) {}
