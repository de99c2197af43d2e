package kontor.bench.measure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time that passes between two looks at a shop that has no way to call back. */
public final class Pause {

    private Pause() {}

    public static void take(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
