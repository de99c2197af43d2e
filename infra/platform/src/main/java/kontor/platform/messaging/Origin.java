package kontor.platform.messaging;

import java.time.Instant;
import java.util.UUID;
import kontor.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Where the work of the current thread comes from; written into events, audit rows and log lines.
 *
 * @param actorId who caused it
 * @param correlationId ties together what one request or event set off
 * @param isImported whether it belongs to an import (G-44)
 * @param at when it happened, or null for now
 */
public record Origin(
        UUID actorId,
        String correlationId,
        boolean isImported,
        @Nullable Instant at) {

    private static final ThreadLocal<@Nullable Origin> CURRENT = new ThreadLocal<>();
    private static final String LOGGED_AS = "correlationId";

    public Origin(UUID actorId, String correlationId, boolean isImported) {
        this(actorId, correlationId, isImported, null);
    }

    public static Origin current() {
        @Nullable Origin origin = CURRENT.get();
        return origin == null ? new Origin(Caller.SYSTEM, UUID.randomUUID().toString(), false) : origin;
    }

    public static void begin(Origin origin) {
        CURRENT.set(origin);
        MDC.put(LOGGED_AS, origin.correlationId());
    }

    public static void end() {
        CURRENT.remove();
        MDC.remove(LOGGED_AS);
    }

    /** The caller is known only after the request has begun. */
    public static void actor(UUID actorId) {
        Origin origin = current();
        begin(new Origin(actorId, origin.correlationId(), origin.isImported(), origin.at()));
    }

    /** What follows is taken over from another shop, where it happened at that time (G-44). */
    public static void imported(Instant at) {
        Origin origin = current();
        begin(new Origin(origin.actorId(), origin.correlationId(), true, at));
    }
}
