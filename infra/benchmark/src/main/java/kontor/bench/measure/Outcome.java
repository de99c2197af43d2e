package kontor.bench.measure;

import java.time.Duration;
import java.util.SortedMap;
import org.HdrHistogram.Histogram;

/**
 * What one run did.
 *
 * @param done operations that succeeded
 * @param errors how many failed, by what they answered
 * @param latencies of the successful ones, in microseconds; in an open loop from the intended start
 */
public record Outcome(long done, Duration took, SortedMap<String, Long> errors, Histogram latencies) {

    /** Beyond this a latency counts as this. */
    private static final long MOST_MICROS = 60_000_000;

    public double perSecond() {
        return done * 1e9 / took.toNanos();
    }

    public long failed() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    public double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1000.0;
    }

    public static Histogram emptyHistogram() {
        return new Histogram(MOST_MICROS, 3);
    }

    public static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1000, 0, MOST_MICROS));
    }
}
