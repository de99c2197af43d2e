package kontor.bench.lag;

import java.util.concurrent.atomic.AtomicLongArray;

/** When each purchase of a run was answered, by its number; an event may overtake its answer. */
public final class Answers {

    static final long NONE = 0;

    private final long first;
    private final AtomicLongArray nanos;

    public Answers(long first, int most) {
        this.first = first;
        this.nanos = new AtomicLongArray(most);
    }

    public void answered(long number) {
        int at = Math.toIntExact(number - first);
        if (at >= 0 && at < nanos.length()) {
            nanos.set(at, System.nanoTime());
        }
    }

    long at(long number) {
        long at = number - first;
        return at >= 0 && at < nanos.length() ? nanos.get((int) at) : NONE;
    }
}
