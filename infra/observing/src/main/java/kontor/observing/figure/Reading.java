package kontor.observing.figure;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A figure that costs something to read: read when somebody asks, at most once in 15 s and by one thread, while others
 * take the former one. Nobody asks, nothing is read.
 */
final class Reading<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    static final Duration FRESH = Duration.ofSeconds(15);

    private final Supplier<T> source;
    private final T unknown;
    private final LongSupplier nanoTime;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile T latest;
    private volatile long staleAt;

    Reading(Supplier<T> source, T unknown, LongSupplier nanoTime) {
        this.source = source;
        this.unknown = unknown;
        this.nanoTime = nanoTime;
        latest = unknown;
        staleAt = nanoTime.getAsLong();
    }

    T latest() {
        if (isStale() && turn.tryLock()) {
            try {
                if (isStale()) {
                    latest = read();
                    staleAt = nanoTime.getAsLong() + FRESH.toNanos();
                }
            } finally {
                turn.unlock();
            }
        }
        return latest;
    }

    private boolean isStale() {
        return nanoTime.getAsLong() - staleAt >= 0;
    }

    private T read() {
        try {
            return source.get();
        } catch (RuntimeException e) {
            LOG.warn("The figures could not be read: {}", e.toString());
            return unknown;
        }
    }
}
