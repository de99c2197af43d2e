package kontor.decision;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets requests wait for what another service decides (G-29), without a transaction or a connection. An answer that
 * this instance consumes wakes them at once; one that another instance consumes is seen at the next look.
 */
public class Decisions {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    /**
     * All who wait look at most a hundred times a second: the bell wakes them anyway, unless another instance heard the
     * answer. Else they would slow down what they wait for, the more the slower it is.
     */
    private static final Duration PAUSE_OF_EACH = Duration.ofMillis(10);

    /** Who comes later is not kept waiting and answered that nothing is decided yet. */
    private static final int MOST_WAITING = 2_000;

    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final Map<Long, List<Semaphore>> waiting = new ConcurrentHashMap<>();

    Decisions(MeterRegistry meters) {
        meters.gauge("decision.waiting", this, Decisions::inLine);
    }

    /** Waits until it is decided, at most this long. */
    public void await(long id, Duration limit, BooleanSupplier isDecided) {
        if (!places.tryAcquire()) {
            return;
        }
        Semaphore bell = new Semaphore(0);
        waiting.compute(id, (key, bells) -> with(bells, bell));
        try {
            look(limit, isDecided, bell);
        } finally {
            waiting.computeIfPresent(id, (key, bells) -> without(bells, bell));
            places.release();
        }
    }

    private void look(Duration limit, BooleanSupplier isDecided, Semaphore bell) {
        long end = System.nanoTime() + limit.toNanos();
        long pause = FIRST_PAUSE.toNanos();
        while (!isDecided.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0 || !isSlept(bell, Math.min(left, Math.max(pause, pauseAmong(inLine()))))) {
                return;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
        }
    }

    private int inLine() {
        return MOST_WAITING - places.availablePermits();
    }

    private static long pauseAmong(int waiting) {
        return PAUSE_OF_EACH.multipliedBy(waiting).toNanos();
    }

    /** False if the request is given up, as when the service stops. */
    private static boolean isSlept(Semaphore bell, long nanos) {
        try {
            if (bell.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                bell.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<Semaphore> with(@Nullable List<Semaphore> bells, Semaphore bell) {
        List<Semaphore> more = bells == null ? new CopyOnWriteArrayList<>() : bells;
        more.add(bell);
        return more;
    }

    /** Null takes the entry out of the map. */
    private static @Nullable List<Semaphore> without(List<Semaphore> bells, Semaphore bell) {
        bells.remove(bell);
        return bells.isEmpty() ? null : bells;
    }

    @TransactionalEventListener
    void on(Decided decided) {
        waiting.getOrDefault(decided.id(), List.of()).forEach(Semaphore::release);
    }
}
