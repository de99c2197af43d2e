package kontor.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends the outbox in id order and deletes what the broker has acknowledged. One relay per database is active, by a
 * session's advisory lock; it never remembers an id, because ids are given before commit.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    static final long LOCK = 0x6b6f6e746f72L;
    private static final int BATCH = 500;
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(35);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);
    private static final Duration HALTED_AFTER = Duration.ofMinutes(2);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

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
        while (running) {
            try (Connection connection = database.getConnection()) {
                relay(connection);
            } catch (SQLException | RuntimeException | Error e) {
                failed(e);
            } catch (InterruptedException ignored) {
                return;
            }
        }
    }

    private void relay(Connection connection) throws SQLException, InterruptedException {
        connection.setAutoCommit(true);
        Duration pause = SHORTEST_PAUSE;
        boolean active = false;
        try {
            do {
                lastTurn = System.nanoTime();
                active = active || lock(connection, "select pg_try_advisory_lock(?)");
                int sent = active ? batch(connection) : 0;
                if (sent == 0) {
                    signal.await(active ? pause : LONGEST_PAUSE.multipliedBy(10));
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                } else {
                    pause = SHORTEST_PAUSE;
                }
            } while (running);
            drain(connection, active);
        } finally {
            // The connection goes back to a pool: its session would keep the lock.
            if (active && !connection.isClosed()) {
                lock(connection, "select pg_advisory_unlock(?)");
            }
        }
    }

    private void drain(Connection connection, boolean active) throws SQLException, InterruptedException {
        while (active && batch(connection) > 0) {
            Thread.onSpinWait();
        }
    }

    /** Returns how many left; 0 also when the broker does not answer, after a pause. */
    private int batch(Connection connection) throws SQLException, InterruptedException {
        List<OutboxRow> rows = unsent(connection);
        if (rows.isEmpty()) {
            return 0;
        }
        long begun = System.nanoTime();
        List<Long> acknowledged = send(rows);
        delete(connection, acknowledged);
        batches.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        if (acknowledged.size() < rows.size()) {
            failures.increment(rows.size() - acknowledged.size());
            TimeUnit.MILLISECONDS.sleep(running ? PAUSE_AFTER_FAILURE.toMillis() : 0);
        }
        return acknowledged.size();
    }

    private List<OutboxRow> unsent(Connection connection) throws SQLException {
        String sql = "select " + OutboxRow.COLUMNS + " from outbox order by id limit " + BATCH;
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(OutboxRow.of(result, source));
            }
        }
        return rows;
    }

    private List<Long> send(List<OutboxRow> rows) throws InterruptedException {
        Set<String> unreachable = new HashSet<>();
        List<CompletableFuture<?>> sends = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            sends.add(sendOne(row, unreachable));
        }
        List<Long> acknowledged = new ArrayList<>(rows.size());
        // After a failed send the later rows of that aggregate stay too, or their order would be lost.
        Map<String, String> broken = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            @Nullable String failure = failure(sends.get(i));
            if (failure != null) {
                broken.putIfAbsent(row.stream(), failure);
            } else if (!broken.containsKey(row.stream())) {
                acknowledged.add(row.id());
            }
        }
        if (!broken.isEmpty()) {
            LOG.warn(
                    "{} of {} events were not acknowledged and will be sent again: {}",
                    rows.size() - acknowledged.size(),
                    rows.size(),
                    broken.values().iterator().next());
        }
        return acknowledged;
    }

    /** A topic that the broker does not know blocks for seconds, so the rest of its rows is not tried in this batch. */
    private CompletableFuture<?> sendOne(OutboxRow row, Set<String> unreachable) {
        if (unreachable.contains(row.topic())) {
            return CompletableFuture.failedFuture(new IllegalStateException("Nobody answers for " + row.topic()));
        }
        try {
            return kafka.send(row.record());
        } catch (RuntimeException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                unreachable.add(row.topic());
            }
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Why a send was not acknowledged, null if it was. */
    private static @Nullable String failure(CompletableFuture<?> send) throws InterruptedException {
        try {
            send.get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException | TimeoutException e) {
            return e.toString();
        }
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("delete from outbox where id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }

    private static boolean lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private void failed(Throwable e) {
        lastTurn = System.nanoTime();
        failures.increment();
        LOG.error("The outbox relay lost its database or broker and tries again: {}", e.toString());
        try {
            signal.await(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
