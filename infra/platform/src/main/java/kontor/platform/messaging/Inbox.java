package kontor.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applies each event once and per aggregate in version order, in the transaction of its effect (G-34). */
public class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** More would mean that a producer lost records; the consumer then pauses and the lag alarm rings. */
    private static final int WAITING_MOST = 10_000;

    private final JdbcClient jdbc;
    private final MeterRegistry meters;

    public Inbox(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.meters = meters;
    }

    /**
     * A fact: older versions are dropped, the next is applied, a later one waits for the missing ones. Waiting is
     * acknowledged, because the missing record may lie behind it in the same partition.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void inOrder(String consumer, Message message, Consumer<Message> effect) {
        if (!isFirst(consumer, message)) {
            return;
        }
        long applied = lockVersion(consumer, message);
        if (message.version() > applied + 1) {
            keepWaiting(consumer, message);
            return;
        }
        if (message.version() <= applied) {
            count(consumer, "stale");
            return;
        }
        apply(consumer, message, effect);
        long last = applyWaiting(consumer, message, effect);
        setVersion(consumer, message, last);
    }

    /** A state: the higher version wins, gaps are normal. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void newest(String consumer, Message message, Consumer<Message> effect) {
        if (!isFirst(consumer, message)) {
            return;
        }
        if (message.version() <= lockVersion(consumer, message)) {
            count(consumer, "stale");
            return;
        }
        apply(consumer, message, effect);
        setVersion(consumer, message, message.version());
    }

    private boolean isFirst(String consumer, Message message) {
        String content = message.key() + "\n" + message.version() + "\n" + message.type() + "\n" + message.body();
        boolean first = jdbc.sql("""
                        insert into inbox (consumer, event_id, digest, at) values (?, ?, md5(?), now())
                        on conflict do nothing
                        """).params(consumer, message.id(), content).update() == 1;
        if (!first) {
            count(consumer, "duplicate");
            alarmOfOtherContent(consumer, message, content);
        }
        return first;
    }

    private void alarmOfOtherContent(String consumer, Message message, String content) {
        boolean same = jdbc.sql("select digest = md5(?) from inbox where consumer = ? and event_id = ?")
                .params(content, consumer, message.id())
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (!same) {
            count(consumer, "altered");
            LOG.error("Event {} of {} came again with other content and was dropped.", message.id(), message.topic());
        }
    }

    private long lockVersion(String consumer, Message message) {
        return jdbc.sql("""
                        insert into inbox_version as v (consumer, topic, key, version) values (?, ?, ?, 0)
                        on conflict (consumer, topic, key) do update set version = v.version
                        returning version
                        """)
                .params(consumer, message.topic(), message.key())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private void setVersion(String consumer, Message message, long version) {
        jdbc.sql("update inbox_version set version = ? where consumer = ? and topic = ? and key = ?")
                .params(version, consumer, message.topic(), message.key())
                .update();
    }

    private void keepWaiting(String consumer, Message message) {
        count(consumer, "waiting");
        long waiting = jdbc.sql("select count(*) from inbox_waiting where consumer = ?")
                .param(consumer)
                .query((row, n) -> row.getLong(1))
                .single();
        if (waiting >= WAITING_MOST) {
            throw new IllegalStateException("The waiting room of " + consumer + " is full.");
        }
        jdbc.sql("""
                        insert into inbox_waiting (consumer, topic, key, version, message, since)
                        values (?, ?, ?, ?, ?, now()) on conflict do nothing
                        """)
                .params(consumer, message.topic(), message.key(), message.version(), EventJson.write(message))
                .update();
    }

    private long applyWaiting(String consumer, Message message, Consumer<Message> effect) {
        long last = message.version();
        for (Optional<Message> next = takeWaiting(consumer, message, last + 1);
                next.isPresent();
                next = takeWaiting(consumer, message, last + 1)) {
            apply(consumer, next.get(), effect);
            last++;
        }
        return last;
    }

    private Optional<Message> takeWaiting(String consumer, Message message, long version) {
        return jdbc.sql("""
                        delete from inbox_waiting where consumer = ? and topic = ? and key = ? and version = ?
                        returning message
                        """)
                .params(consumer, message.topic(), message.key(), version)
                .query((row, n) -> EventJson.read(row.getString(1), Message.class))
                .optional();
    }

    private void apply(String consumer, Message message, Consumer<Message> effect) {
        Origin.begin(message.origin());
        try {
            effect.accept(message);
            count(consumer, "applied");
        } catch (MalformedRecord e) {
            // Named, because the record at hand may be a good one that a waiting one follows.
            throw new MalformedRecord("Event %s, version %d.".formatted(message.id(), message.version()), e);
        } finally {
            Origin.end();
        }
    }

    /** Nothing is skipped unseen: read = applied + duplicate + stale + waiting + dead letter (INV-27). */
    private void count(String consumer, String outcome) {
        meters.counter("platform.inbox.records", "consumer", consumer, "outcome", outcome)
                .increment();
    }
}
