package kontor.platform.messaging;

import static kontor.platform.store.SqlValues.texts;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.DigestUtils;

/** Tables {@code inbox}, {@code inbox_version} and {@code inbox_waiting}; one statement for all messages of a turn. */
final class InboxRows {

    /** More would mean that a producer lost records; the consumer then pauses and the lag alarm rings. */
    private static final int WAITING_MOST = 10_000;

    private final JdbcClient jdbc;

    InboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids that this consumer has not had; a twin of this process that has one in hand is waited for. */
    Set<UUID> claim(String consumer, List<Message> messages) {
        return jdbc.sql("""
                        insert into inbox (consumer, event_id, digest, at)
                        select ?, e.id, e.digest, now()
                        from unnest(cast(? as uuid[]), cast(? as text[])) e (id, digest)
                        on conflict do nothing returning event_id
                        """)
                .params(consumer, texts(messages, Message::id), texts(messages, InboxRows::digest))
                .query((row, n) -> row.getObject(1, UUID.class))
                .set();
    }

    /** Which of these have another content than what came first under their id. */
    List<UUID> altered(String consumer, List<Message> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select i.event_id from unnest(cast(? as uuid[]), cast(? as text[])) e (id, digest)
                        join inbox i on i.consumer = ? and i.event_id = e.id where i.digest <> e.digest
                        """)
                .params(texts(messages, Message::id), texts(messages, InboxRows::digest), consumer)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * The version that each stream has reached which is not new; locked in one order until the transaction ends.
     *
     * @param expected how far the new ones will come if nothing is missing: kept at once, because most come no further
     */
    Map<Stream, Long> lock(String consumer, SortedMap<Stream, Long> expected) {
        Map<Stream, Long> known = new HashMap<>();
        jdbc.sql("""
                        with locked as (
                            insert into inbox_version as v (consumer, topic, key, version)
                            select ?, s.* from unnest(cast(? as text[]), cast(? as text[]), cast(? as bigint[])) s
                            on conflict (consumer, topic, key) do update set version = v.version
                            returning v.topic, v.key, old.version)
                        select topic, key, version from locked where version is not null
                        """)
                .params(consumer, texts(expected.keySet(), Stream::topic), texts(expected.keySet(), Stream::key))
                .param(texts(expected.values(), version -> version))
                .query((row, n) -> known.put(new Stream(row.getString(1), row.getString(2)), row.getLong(3)))
                .list();
        return known;
    }

    void keep(String consumer, Map<Stream, Long> versions) {
        jdbc.sql("""
                        update inbox_version v set version = s.version
                        from unnest(cast(? as text[]), cast(? as text[]), cast(? as bigint[])) s (topic, key, version)
                        where v.consumer = ? and v.topic = s.topic and v.key = s.key
                        """)
                .params(texts(versions.keySet(), Stream::topic), texts(versions.keySet(), Stream::key))
                .params(texts(versions.values(), version -> version), consumer)
                .update();
    }

    /** Asked when the streams are locked: who held one up to then may have kept something waiting. */
    Set<Stream> streamsWaiting(String consumer, Set<Stream> streams) {
        return jdbc.sql("""
                        select distinct w.topic, w.key
                        from unnest(cast(? as text[]), cast(? as text[])) s (topic, key)
                        join inbox_waiting w on w.consumer = ? and w.topic = s.topic and w.key = s.key
                        """)
                .params(texts(streams, Stream::topic), texts(streams, Stream::key), consumer)
                .query((row, n) -> new Stream(row.getString("topic"), row.getString("key")))
                .set();
    }

    void keepWaiting(String consumer, Message message) {
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

    Optional<Message> takeWaiting(String consumer, Stream stream, long version) {
        return jdbc.sql("""
                        delete from inbox_waiting where consumer = ? and topic = ? and key = ? and version = ?
                        returning message
                        """)
                .params(consumer, stream.topic(), stream.key(), version)
                .query((row, n) -> EventJson.read(row.getString(1), Message.class))
                .optional();
    }

    private static String digest(Message message) {
        String content = message.key() + "\n" + message.version() + "\n" + message.type() + "\n" + message.body();
        return DigestUtils.md5DigestAsHex(content.getBytes(StandardCharsets.UTF_8));
    }
}
