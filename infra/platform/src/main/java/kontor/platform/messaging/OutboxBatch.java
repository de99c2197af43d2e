package kontor.platform.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
import org.springframework.kafka.core.KafkaOperations;

/** Reads the oldest events of the outbox, sends them in id order and deletes what the broker has acknowledged. */
final class OutboxBatch {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxBatch.class);

    /**
     * A deletion that a crash undoes makes a duplicate, never a loss, so it need not wait for the disk. The setting
     * ends with its transaction: on a session of the pool it would reach what must not be lost.
     */
    private static final String DELETE = """
            with quick as materialized (select set_config('synchronous_commit', 'off', true))
            delete from outbox using quick where id = any(?)
            """;

    private static final int MOST = 500;
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(35);

    private final Connection connection;
    private final RelayLock lock;
    private final KafkaOperations<String, byte[]> kafka;

    OutboxBatch(Connection connection, RelayLock lock, KafkaOperations<String, byte[]> kafka) {
        this.connection = connection;
        this.lock = lock;
        this.kafka = kafka;
    }

    /** How many events were read, and how many of them have left. */
    record Sent(int read, int acknowledged) {

        int failed() {
            return read - acknowledged;
        }
    }

    Sent send(String source) throws SQLException, InterruptedException {
        List<OutboxRow> rows = unsent(source);
        List<Long> acknowledged = rows.isEmpty() ? List.of() : send(rows);
        delete(acknowledged);
        return new Sent(rows.size(), acknowledged.size());
    }

    private List<OutboxRow> unsent(String source) throws SQLException {
        String sql = "select " + OutboxRow.COLUMNS + " from outbox order by id limit " + MOST;
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            lock.heard();
            while (result.next()) {
                rows.add(OutboxRow.of(result, source));
            }
        }
        return rows;
    }

    private List<Long> send(List<OutboxRow> rows) throws SQLException, InterruptedException {
        Set<String> unreachable = new HashSet<>();
        List<CompletableFuture<?>> sends = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            lock.requireSure();
            sends.add(sendOne(row.record(), unreachable));
        }
        List<Long> acknowledged = new ArrayList<>(rows.size());
        // After a failed send the later rows of that aggregate stay too, or their order would be lost.
        Set<String> broken = new HashSet<>();
        @Nullable String first = null;
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            @Nullable String failure = failure(sends.get(i));
            if (failure != null) {
                broken.add(row.stream());
                first = first == null ? failure : first;
            } else if (!broken.contains(row.stream())) {
                acknowledged.add(row.id());
            }
        }
        if (first != null) {
            LOG.warn(
                    "{} of {} events left, the others will be sent again: {}", acknowledged.size(), rows.size(), first);
        }
        return acknowledged;
    }

    /** A topic that the broker does not know blocks for seconds, so the rest of its rows is not tried in this batch. */
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

    private void delete(List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }
}
