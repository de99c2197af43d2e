package kontor.importer.calls;

import java.time.Duration;

/** Pauses that grow from attempt to attempt, until together they have lasted long enough. */
public final class Patience {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Pace pace;
    private final Duration most;
    private Duration next = FIRST;
    private Duration waited = Duration.ZERO;

    public Patience(Pace pace, Duration most) {
        this.pace = pace;
        this.most = most;
    }

    public boolean isOver() {
        return waited.compareTo(most) >= 0;
    }

    /** Waits, at least as long as the shop asks for. */
    public void rest(Duration asked) {
        Duration pause = next.compareTo(asked) > 0 ? next : asked;
        pace.rest(pause);
        waited = waited.plus(pause);
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    }

    public void rest() {
        rest(Duration.ZERO);
    }
}
