package kontor.bench.lag;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import kontor.bench.measure.Outcome;
import org.HdrHistogram.Histogram;

/**
 * How long events took, in microseconds.
 *
 * @param events how many came
 * @param toConsumer from the commit as PostgreSQL dates it, which is before its log was flushed
 * @param toRelay the part of it until the relay sent them
 */
public record Lags(long events, Histogram toConsumer, Histogram toRelay) {

    /** Of the purchases that were committed from a moment on. */
    public static Lags of(List<Arrival> arrivals, Map<Long, Instant> commits, Instant counted) {
        Histogram toConsumer = Outcome.emptyHistogram();
        Histogram toRelay = Outcome.emptyHistogram();
        for (Arrival arrival : arrivals) {
            Instant commit = commits.get(arrival.purchase());
            if (commit == null) {
                throw new IllegalStateException("Purchase %d has an event and no row.".formatted(arrival.purchase()));
            }
            if (!commit.isBefore(counted)) {
                Outcome.record(toConsumer, ChronoUnit.NANOS.between(commit, arrival.at()));
                Outcome.record(toRelay, ChronoUnit.NANOS.between(commit, arrival.sent()));
            }
        }
        return new Lags(toConsumer.getTotalCount(), toConsumer, toRelay);
    }
}
