package kontor.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The one clock of a service (G-18): UTC in microseconds, which is what PostgreSQL keeps, moved by an offset in tests.
 */
public final class MovableClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private volatile Duration offset;

    public MovableClock(Duration offset) {
        this.offset = offset;
    }

    public void moveTo(Duration newOffset) {
        offset = newOffset;
    }

    public Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
