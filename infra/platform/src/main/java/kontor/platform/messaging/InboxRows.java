package kontor.platform.messaging;

import static kontor.platform.store.SqlValues.texts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

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
                        select ?, e.id, md5(e.content), now()
                        from unnest(cast(? as uuid[]), cast(? as text[])) e (id, content)
                        on conflict do nothing returning event_id
                        """)
                .params(consumer, texts(messages, Message::id), texts(messages, InboxRows::content))
                .query((row, n) -> row.getObject(1, UUID.class))
                .set();
    }

    /** Which of these have another content than what came first under their id. */
    List<UUID> altered(String consumer, List<Message> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select i.event_id from unnest(cast(? as uuid[]), cast(? as text[])) e (id, content)
                        join inbox i on i.consumer = ? and i.event_id = e.id where i.digest <> md5(e.content)
                        """)
                .params(texts(messages, Message::id), texts(messages, InboxRows::content), consumer)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The version that each stream has reached, 0 for a new one; locked in one order until the transaction ends. */
    Map<Stream, Long> lock(String consumer, List<Message> messages) {
        TreeSet<Stream> streams = messages.stream().map(Message::stream).collect(Collectors.toCollection(TreeSet::new));
        Map<Stream, Long> versions = new HashMap<>();
        jdbc.sql("""
                        insert into inbox_version as v (consumer, topic, key, version)
                        select ?, s.topic, s.key, 0 from unnest(cast(? as text[]), cast(? as text[])) s (topic, key)
                        on conflict (consumer, topic, key) do update set version = v.version
                        returning topic, key, version
                        """)
                .params(consumer, texts(streams, Stream::topic), texts(streams, Stream::key))
                .query((row, n) ->
                        versions.put(new Stream(row.getString("topic"), row.getString("key")), row.getLong("version")))
                .list();
        return versions;
    }

    void keep(String consumer, Map<Stream, Long> versions) {
        List<Map.Entry<Stream, Long>> reached = List.copyOf(versions.entrySet());
        jdbc.sql("""
                        update inbox_version v set version = s.version
                        from unnest(cast(? as text[]), cast(? as text[]), cast(? as bigint[])) s (topic, key, version)
                        where v.consumer = ? and v.topic = s.topic and v.key = s.key
                        """)
                .params(
                        texts(reached, entry -> entry.getKey().topic()),
                        texts(reached, entry -> entry.getKey().key()),
                        texts(reached, Map.Entry::getValue),
                        consumer)
                .update();
    }

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

    private static String content(Message message) {
        return message.key() + "\n" + message.version() + "\n" + message.type() + "\n" + message.body();
    }
}
