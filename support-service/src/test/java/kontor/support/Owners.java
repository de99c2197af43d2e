package kontor.support;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kontor.support.object.TargetType;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The services that own what tickets are about, played by records that fit their contracts. */
public final class Owners {

    private static final AtomicLong IDS = new AtomicLong(1_000 + System.nanoTime() % 100_000 * 1_000);
    private static final Map<String, AtomicLong> VERSIONS = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestDatabase database;
    private final TopicWriter topics;

    public Owners(TestDatabase database, TopicWriter topics) {
        this.database = database;
        this.topics = topics;
    }

    public static long nextId() {
        return IDS.incrementAndGet();
    }

    /**
     * Tells the example of this event under this key with these fields, and waits until the index has followed.
     *
     * @param fields by name, or by the names that lead to them with slashes in between
     */
    public void tell(String topic, String type, Object key, Map<String, ?> fields) {
        await(topic, key, say(topic, type, key, fields));
    }

    /** The same without waiting; gives the number of the fact. */
    long say(String topic, String type, Object key, Map<String, ?> fields) {
        ObjectNode body = (ObjectNode) JSON.readTree(EventSchema.of(type).example());
        fields.forEach((path, value) -> {
            int last = path.lastIndexOf('/');
            ObjectNode parent = last < 0 ? body : (ObjectNode) body.at("/" + path.substring(0, last));
            parent.set(path.substring(last + 1), JSON.valueToTree(value));
        });
        EventSchema.of(type).assertValid(body.toString());
        return send(topic, type, key, body);
    }

    /** Tells that the state of this key is gone. */
    public void forget(String topic, String type, Object key) {
        await(topic, key, send(topic, type, key, null));
    }

    private long send(String topic, String type, Object key, @Nullable JsonNode body) {
        String stream = topic + " " + key;
        long version =
                VERSIONS.computeIfAbsent(stream, ignored -> new AtomicLong()).incrementAndGet();
        topics.send(Fact.of(topic, type, key, version, body == null ? null : body.toString()));
        return version;
    }

    private void await(String topic, Object key, long version) {
        await("inbox_version where topic = '%s' and key = '%s' and version >= %d".formatted(topic, key, version));
    }

    /** Whether the index has such a row. */
    public boolean isIndexed(TargetType type, long id) {
        return exists("object_index where target_type_id = %d and target_id = '%d'".formatted(type.id(), id));
    }

    private void await(String rows) {
        Awaitility.await(rows)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> exists(rows));
    }

    private boolean exists(String rows) {
        return database.asOwner()
                .sql("select exists (select from " + rows + ")")
                .query((row, n) -> row.getBoolean(1))
                .single();
    }
}
