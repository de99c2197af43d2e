package kontor.platform.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends the events of the outbox in id order and deletes what the broker has acknowledged. While some are under way
 * the next are looked for, so none waits for the broker's answer to others; a failure ends that until all is known.
 */
final class OutboxPipeline {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxPipeline.class);

    /**
     * Deletes and reads. A deletion that a crash undoes makes a duplicate, never a loss, so it need not wait for the
     * disk. The setting ends with its transaction: on a session of the pool it would reach what must not be lost.
     */
    private static final String TURN = """
            with quick as materialized (select set_config('synchronous_commit', 'off', true)),
                gone as (delete from outbox using quick where id = any(?))
            select %s from outbox where id <> all(?) order by id limit ?
            """.formatted(OutboxRow.COLUMNS);

    private static final int UNDER_WAY_MOST = 1_000;
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(35);

    private final Connection connection;
    private final RelayLock lock;
    private final KafkaOperations<String, byte[]> kafka;

    /** In the order of their sending. */
    private final Deque<Sending> underWay = new ArrayDeque<>();

    OutboxPipeline(Connection connection, RelayLock lock, KafkaOperations<String, byte[]> kafka) {
        this.connection = connection;
        this.lock = lock;
        this.kafka = kafka;
    }

    private record Sending(long id, String stream, CompletableFuture<?> answer) {}

    /** How many events were sent, how many are gone, and how many were not taken by the broker. */
    record Turn(int sent, int gone, int failed) {

        boolean isIdle() {
            return sent + gone == 0;
        }
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    Turn turn(String source) throws SQLException, InterruptedException {
        int open = underWay.size();
        List<Long> acknowledged = acknowledged();
        int failed = open - underWay.size() - acknowledged.size();
        // After a failure nothing is read, because what follows must wait with it.
        List<OutboxRow> rows = next(acknowledged, failed > 0 ? 0 : UNDER_WAY_MOST - underWay.size(), source);
        send(rows);
        return new Turn(rows.size(), acknowledged.size(), failed);
    }

    /**
     * Ids of what has left, from the front on: nothing is deleted while an earlier event of its stream may still fail.
     * If one has failed, all others are waited for, and the later ones of its stream stay, or their order were lost.
     */
    private List<Long> acknowledged() throws SQLException, InterruptedException {
        List<Long> ids = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        while (!underWay.isEmpty()
                && (!broken.isEmpty() || underWay.getFirst().answer().isDone())) {
            Sending sending = underWay.removeFirst();
            @Nullable String failure = failure(sending.answer());
            if (failure != null) {
                LOG.atLevel(broken.isEmpty() ? Level.WARN : Level.DEBUG).log("Events will be sent again: {}", failure);
                broken.add(sending.stream());
            } else if (!broken.contains(sending.stream())) {
                ids.add(sending.id());
            }
        }
        return ids;
    }

    private List<OutboxRow> next(List<Long> acknowledged, int most, String source) throws SQLException {
        List<Long> known = new ArrayList<>(acknowledged);
        underWay.forEach(sending -> known.add(sending.id()));
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TURN)) {
            statement.setArray(1, connection.createArrayOf("bigint", acknowledged.toArray()));
            statement.setArray(2, connection.createArrayOf("bigint", known.toArray()));
            statement.setInt(3, most);
            try (ResultSet result = statement.executeQuery()) {
                lock.heard();
                while (result.next()) {
                    rows.add(OutboxRow.of(result, source));
                }
            }
        }
        return rows;
    }

    private void send(List<OutboxRow> rows) throws SQLException {
        Set<String> unreachable = new HashSet<>();
        for (OutboxRow row : rows) {
            lock.requireSure();
            underWay.add(new Sending(row.id(), row.stream(), sendOne(row.record(), unreachable)));
        }
    }

    /** A topic that the broker does not know blocks for seconds, so the rest of its rows is not tried in this turn. */
    private CompletableFuture<?> sendOne(ProducerRecord<String, byte[]> event, Set<String> unreachable)
            throws SQLException {
        if (unreachable.contains(event.topic())) {
            return CompletableFuture.failedFuture(new IllegalStateException("Nobody answers for " + event.topic()));
        }
        try {
            return kafka.send(event);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                unreachable.add(event.topic());
                lock.renew();
            }
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Why a send was not acknowledged, null if it was. */
    private @Nullable String failure(CompletableFuture<?> send) throws SQLException, InterruptedException {
        for (long second = 1; ; second++) {
            try {
                send.get(1, TimeUnit.SECONDS);
                return null;
            } catch (ExecutionException e) {
                return e.toString();
            } catch (TimeoutException e) {
                if (second == ACKNOWLEDGED_WITHIN.toSeconds()) {
                    return e.toString();
                }
                lock.renew();
            }
        }
    }
}
