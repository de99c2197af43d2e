package kontor.platform.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The events of one transaction, written in the order in which they were appended, and the relay woken after it.
 */
final class PendingEvents implements TransactionSynchronization {

    private final JdbcClient jdbc;
    private final RelaySignal signal;
    private final List<Event> events = new ArrayList<>();

    private PendingEvents(JdbcClient jdbc, RelaySignal signal) {
        this.jdbc = jdbc;
        this.signal = signal;
    }

    /** A row of the outbox. */
    record Event(
            UUID id,
            String topic,
            String key,
            long version,
            String type,
            @Nullable String payload,
            Instant at,
            Origin origin,
            @Nullable String traceparent) {}

    static PendingEvents ofTransaction(JdbcClient jdbc, RelaySignal signal) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(PendingEvents.class::isInstance)
                .map(PendingEvents.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    PendingEvents pending = new PendingEvents(jdbc, signal);
                    TransactionSynchronizationManager.registerSynchronization(pending);
                    return pending;
                });
    }

    void add(Event event) {
        // At once: what others append as their last act before a commit would find no later moment.
        events.add(event);
        write();
    }

    @Override
    public void afterCommit() {
        signal.wake();
    }

    private void write() {
        jdbc.sql("""
                        insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id,
                            correlation_id, imported, traceparent)
                        select * from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[]),
                            cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]),
                            cast(? as uuid[]), cast(? as text[]), cast(? as boolean[]), cast(? as text[]))
                        """)
                .params(
                        texts(Event::id),
                        texts(Event::topic),
                        texts(Event::key),
                        texts(Event::version),
                        texts(Event::type),
                        texts(Event::payload),
                        texts(Event::at),
                        texts(event -> event.origin().actorId()),
                        texts(event -> event.origin().correlationId()),
                        texts(event -> event.origin().isImported()),
                        texts(Event::traceparent))
                .update();
        events.clear();
    }

    private @Nullable String[] texts(Function<Event, @Nullable Object> column) {
        @Nullable String[] texts = new String[events.size()];
        for (int i = 0; i < texts.length; i++) {
            @Nullable Object value = column.apply(events.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }
}
