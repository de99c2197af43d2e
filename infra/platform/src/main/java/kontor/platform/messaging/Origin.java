package kontor.platform.messaging;

import java.util.UUID;
import kontor.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Where the work of the current thread comes from; written into events and audit rows.
 *
 * @param actorId who caused it
 * @param correlationId ties together what one request or event set off
 * @param isImported whether it belongs to an import (G-44)
 */
public record Origin(UUID actorId, String correlationId, boolean isImported) {

    private static final ThreadLocal<@Nullable Origin> CURRENT = new ThreadLocal<>();

    public static Origin current() {
        @Nullable Origin origin = CURRENT.get();
        return origin == null ? new Origin(Caller.SYSTEM, UUID.randomUUID().toString(), false) : origin;
    }

    public static void begin(Origin origin) {
        CURRENT.set(origin);
    }

    public static void end() {
        CURRENT.remove();
    }

    /** The caller is known only after the request has begun. */
    public static void actor(UUID actorId) {
        Origin origin = current();
        CURRENT.set(new Origin(actorId, origin.correlationId(), origin.isImported()));
    }
}
