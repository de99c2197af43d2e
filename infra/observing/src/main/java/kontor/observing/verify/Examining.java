package kontor.observing.verify;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Runs the verify set now and then and tells how many rows disagree with each invariant. Never which: rows hold what
 * belongs in no log. Each instance looks by itself, so that what it tells is its own and never older than a turn.
 */
class Examining {

    private static final Logger LOG = LoggerFactory.getLogger(Examining.class);

    private final Examiner examiner;
    private final Halt halt;
    private final Clock clock;
    private final Counter failures;
    private final MeterRegistry meters;
    private final Map<String, Double> disagreements = new ConcurrentHashMap<>();
    private final ReentrantLock turn = new ReentrantLock();
    private volatile double verifiedAt;

    Examining(Examiner examiner, Halt halt, Clock clock, MeterRegistry meters) {
        this.examiner = examiner;
        this.halt = halt;
        this.clock = clock;
        this.meters = meters;
        failures = meters.counter("platform.verify.failures");
        Gauge.builder("platform.verify.time.seconds", () -> verifiedAt).register(meters);
    }

    @Scheduled(initialDelayString = "${kontor.verify.first:1m}", fixedDelayString = "${kontor.verify.every:1h}")
    void run() {
        verify();
    }

    /** By invariant, how many rows disagree; what could not be asked is absent. */
    SortedMap<String, Double> verify() {
        turn.lock();
        try {
            SortedMap<String, Double> found = new TreeMap<>();
            Statement.all().forEach(statement -> found.merge(statement.invariant(), ask(statement), Double::sum));
            found.forEach(this::tell);
            verifiedAt = clock.instant().getEpochSecond();
            halt.follow(found);
            return found;
        } finally {
            turn.unlock();
        }
    }

    private void tell(String invariant, double rows) {
        if (disagreements.put(invariant, rows) == null) {
            Gauge.builder("platform.verify.disagreements", () -> disagreements.get(invariant))
                    .tag("invariant", invariant)
                    .register(meters);
        }
    }

    private double ask(Statement statement) {
        try {
            int rows = examiner.ask(statement);
            if (rows > 0) {
                LOG.error("{} rows disagree with {}.", rows, statement.name());
            }
            return rows;
        } catch (RuntimeException e) {
            failures.increment();
            LOG.warn("{} could not be asked: {}", statement.name(), e.toString());
            return Double.NaN;
        }
    }
}
