package kontor.platform.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Events of the current transaction, sent by the relay after it has committed. Only {@code ...Events} classes use it.
 */
public class Outbox {

    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** The events of {@link #together} so far, as values of the columns. */
    private static final ScopedValue<List<List<@Nullable Object>>> TOGETHER = ScopedValue.newInstance();

    private final JdbcClient jdbc;
    private final RelaySignal signal;
    private final Clock clock;
    private final String service;

    public Outbox(JdbcClient jdbc, RelaySignal signal, Clock clock, String service) {
        this.jdbc = jdbc;
        this.signal = signal;
        this.clock = clock;
        this.service = service;
    }

    /**
     * A fact. Its type on the wire is the record's name in kebab case.
     *
     * @param key id that orders the stream
     * @param version 1, 2, 3 ... per topic and key, counted while the aggregate's row is locked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String topic, Object key, long version, Object event) {
        add(topic, key, version, typeOf(event.getClass()), EventJson.write(event));
    }

    /** The newest state of a thing, for a compacted topic. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void state(String topic, Object key, long version, Object state) {
        add(topic, key, version, stateType(topic), EventJson.write(state));
    }

    /** The thing is gone: a record without a body removes it from a compacted topic. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tombstone(String topic, Object key, long version) {
        add(topic, key, version, stateType(topic), null);
    }

    /** For a writer that inserts its outbox rows by a statement of its own: wakes the relay once it has committed. */
    public void wakeRelay() {
        signal.wake();
    }

    /** {@code kontor.ledger.deposit-booked.v1} for {@code DepositBooked}. */
    public String typeOf(Class<?> event) {
        String kebab = WORD.matcher(event.getSimpleName()).replaceAll("-");
        return "kontor." + service + "." + kebab.toLowerCase(Locale.ROOT) + ".v1";
    }

    private static String stateType(String topic) {
        return topic.substring(0, topic.lastIndexOf('.')) + "-state" + topic.substring(topic.lastIndexOf('.'));
    }

    /**
     * Inserts what the action appends by one statement when it is done, as where hundreds of rows are written together.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void together(Runnable action) {
        if (TOGETHER.isBound()) {
            action.run();
            return;
        }
        List<List<@Nullable Object>> events = new ArrayList<>();
        ScopedValue.where(TOGETHER, events).run(action);
        if (!events.isEmpty()) {
            insert(events);
        }
    }

    private void insert(List<List<@Nullable Object>> events) {
        jdbc.sql("""
                        insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id,
                            correlation_id, imported, traceparent)
                        select * from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[]),
                            cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]),
                            cast(? as uuid[]), cast(? as text[]), cast(? as boolean[]), cast(? as text[]))
                        """)
                .params(IntStream.range(0, events.getFirst().size())
                        .mapToObj(column -> SqlValues.texts(events, event -> event.get(column)))
                        .toList())
                .update();
        wakeAfterCommit();
    }

    private void add(String topic, Object key, long version, String type, @Nullable String payload) {
        Origin origin = Origin.current();
        Instant at = Objects.requireNonNullElseGet(origin.at(), clock::instant);
        List<@Nullable Object> event = SqlValues.of(
                EventIds.of(topic, key.toString(), version, at),
                topic,
                key.toString(),
                version,
                type,
                payload,
                at,
                origin.actorId(),
                origin.correlationId(),
                origin.isImported(),
                Traces.currentParent());
        if (TOGETHER.isBound()) {
            TOGETHER.get().add(event);
        } else {
            insert(List.of(event));
        }
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.wake();
            }
        });
    }
}
