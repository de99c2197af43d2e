package kontor.local.process;

import java.time.Duration;

/**
 * How a process is stopped.
 *
 * @param wave parts of a lower wave are gone before those of a higher one are told to stop
 * @param signal the signal that asks politely
 * @param limit after this long it is killed
 */
public record StopRule(int wave, String signal, Duration limit) {

    private static final Duration START_LIMIT = Duration.ofSeconds(5);

    public static final StopRule SERVICE = new StopRule(0, "TERM", Duration.ofSeconds(25));
    public static final StopRule GATEWAY = new StopRule(1, "TERM", Duration.ofSeconds(25));
    public static final StopRule KEYCLOAK = new StopRule(2, "TERM", Duration.ofSeconds(20));
    public static final StopRule KAFKA = new StopRule(3, "TERM", Duration.ofSeconds(30));

    /** INT is PostgreSQL's fast shutdown: it ends sessions and writes a checkpoint. */
    public static final StopRule POSTGRES = new StopRule(4, "INT", Duration.ofMinutes(1));

    /** A process that has not begun to serve has nothing to finish, and may not listen before it has started. */
    StopRule whileStarting() {
        Duration shorter = limit.compareTo(START_LIMIT) < 0 ? limit : START_LIMIT;
        return new StopRule(wave, signal, shorter);
    }
}
