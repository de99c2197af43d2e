package kontor.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Empties the outbox: woken by a commit, and polling besides. One relay per database is active; it never remembers an
 * id, because ids are given before commit.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);
    private static final Duration HALTED_AFTER = Duration.ofMinutes(2);

    /** Turns begin so far apart: under load events share a turn, and after a silence none waits. */
    private static final Duration MOMENT = Duration.ofMillis(10);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration PAUSE_OF_A_STANDBY = Duration.ofSeconds(1);

    private final DataSource database;
    private final KafkaOperations<String, byte[]> kafka;
    private final RelaySignal signal;
    private final String source;
    private final Timer batches;
    private final Counter failures;
    private volatile boolean running;
    private volatile long lastTurn = System.nanoTime();
    private volatile Thread thread = Thread.currentThread();

    public OutboxRelay(
            DataSource database,
            KafkaOperations<String, byte[]> kafka,
            RelaySignal signal,
            String service,
            MeterRegistry meters) {
        this.database = database;
        this.kafka = kafka;
        this.signal = signal;
        this.source = "/" + service + "-service";
        this.batches = meters.timer("platform.outbox.batch");
        this.failures = meters.counter("platform.outbox.failures");
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    /**
     * Called after the web server and the listeners have drained: what they wrote still leaves, if the broker answers.
     */
    @Override
    public void stop() {
        running = false;
        signal.wake();
        try {
            thread.join(STOPPED_WITHIN);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether it makes no turn any more, which only a new process can mend. */
    boolean isHalted() {
        return running && System.nanoTime() - lastTurn > HALTED_AFTER.toNanos();
    }

    /** Starts before and stops after the listeners and the web server. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }

    private void run() {
        try {
            relay();
            while (running) {
                signal.await(PAUSE_AFTER_FAILURE);
                relay();
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it is stopped or something fails. */
    private void relay() throws InterruptedException {
        try (Connection connection = database.getConnection();
                RelayLock lock = new RelayLock(connection)) {
            relay(lock, new OutboxPipeline(connection, lock, kafka));
        } catch (SQLException | RuntimeException | Error e) {
            lastTurn = System.nanoTime();
            failures.increment();
            LOG.error("The outbox relay lost its database or broker and tries again: {}", e.toString());
        }
    }

    private void relay(RelayLock lock, OutboxPipeline pipeline) throws SQLException, InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        boolean stopping;
        boolean left;
        do {
            // Read first: what was committed before the stop still leaves, turn by turn until nothing does.
            stopping = !running;
            lastTurn = System.nanoTime();
            boolean active = lock.take();
            boolean idle = !active || turn(pipeline);
            left = !idle || !pipeline.isEmpty();
            if (!idle) {
                pause = SHORTEST_PAUSE;
                TimeUnit.NANOSECONDS.sleep(lastTurn + MOMENT.toNanos() - System.nanoTime());
            } else if (!stopping || left) {
                signal.await(active ? pause : PAUSE_OF_A_STANDBY);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
            }
        } while (!stopping || left);
    }

    /** Whether nothing was to be done; after a failure it pauses. */
    private boolean turn(OutboxPipeline pipeline) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        OutboxPipeline.Turn turn = pipeline.turn(source);
        if (turn.sent() > 0) {
            batches.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
        if (turn.failed() > 0) {
            failures.increment(turn.failed());
            TimeUnit.MILLISECONDS.sleep(running ? PAUSE_AFTER_FAILURE.toMillis() : 0);
        }
        return turn.isIdle();
    }
}
