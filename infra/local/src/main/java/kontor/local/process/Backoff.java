package kontor.local.process;

import java.time.Duration;

/** How long to wait before the next attempt: half a second at first, doubling, never more than half a minute. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Backoff() {}

    static Duration after(int failures) {
        Duration delay = FIRST.multipliedBy(1L << Math.min(failures, 10));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
