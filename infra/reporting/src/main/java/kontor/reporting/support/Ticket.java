package kontor.reporting.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stands.
 *
 * @param breaches missed targets, each once (S-12)
 * @param holders staff who have it now
 * @param taken who took it, whenever
 */
public record Ticket(
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant answeredAt,
        String level,
        String priority,
        String status,
        long openSeconds,
        long reopened,
        Set<String> breaches,
        Set<UUID> holders,
        List<Assigned> taken) {

    static final Ticket UNKNOWN =
            new Ticket(null, null, null, "AUTO", "NORMAL", "OPEN", 0, 0, Set.of(), Set.of(), List.of());

    /** Who, and when; also what is used of TicketAssigned and AssignmentEnded. */
    public record Assigned(UUID staffId, Instant at) {}

    Ticket opened(String atLevel, String ofPriority, Instant at) {
        return new Ticket(
                at, closedAt, answeredAt, atLevel, ofPriority, status, openSeconds, reopened, breaches, holders, taken);
    }

    Ticket closed(Instant at) {
        return new Ticket(
                openedAt, at, answeredAt, level, priority, status, openSeconds, reopened, breaches, holders, taken);
    }

    Ticket answered(Instant at) {
        return new Ticket(
                openedAt, closedAt, at, level, priority, status, openSeconds, reopened, breaches, holders, taken);
    }

    Ticket level(String now) {
        return new Ticket(
                openedAt, closedAt, answeredAt, now, priority, status, openSeconds, reopened, breaches, holders, taken);
    }

    Ticket priority(String now) {
        return new Ticket(
                openedAt, closedAt, answeredAt, level, now, status, openSeconds, reopened, breaches, holders, taken);
    }

    Ticket moved(String to, long seconds, long times) {
        return new Ticket(
                openedAt, closedAt, answeredAt, level, priority, to, seconds, times, breaches, holders, taken);
    }

    Ticket breached(String target) {
        Set<String> more = new HashSet<>(breaches);
        more.add(target);
        return with(more, holders, taken);
    }

    Ticket assigned(Assigned to) {
        Set<UUID> more = new HashSet<>(holders);
        more.add(to.staffId());
        List<Assigned> all = new ArrayList<>(taken);
        all.add(to);
        return with(breaches, more, all);
    }

    Ticket ended(UUID staffId) {
        Set<UUID> fewer = new HashSet<>(holders);
        fewer.remove(staffId);
        return with(breaches, fewer, taken);
    }

    private Ticket with(Set<String> missed, Set<UUID> have, List<Assigned> all) {
        return new Ticket(
                openedAt, closedAt, answeredAt, level, priority, status, openSeconds, reopened, missed, have, all);
    }
}
