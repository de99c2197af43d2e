package kontor.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import kontor.testkit.EventSchema;
import kontor.testkit.TopicReader;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service told: every record that is read is held against its contract. */
public final class Wire {

    public static final String STATES = "kontor.catalog.products.v1";
    public static final String LISTINGS = "kontor.catalog.listings.v1";

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final TopicReader topics;

    public Wire(TopicReader topics) {
        this.topics = topics;
    }

    /** An event as a consumer sees it. */
    public record Told(String name, long version, JsonNode body) {

        private static Told of(TopicReader.Message message) {
            String value = Objects.requireNonNull(message.value());
            EventSchema.of(message.type()).assertValid(value);
            String[] parts = message.type().split("\\.", -1);
            return new Told(parts[2], message.sequence(), JsonMapper.shared().readTree(value));
        }
    }

    /** All events of one key, once there are at least so many. */
    public List<Told> facts(String aggregate, Object key, int atLeast) {
        String topic = "kontor.catalog." + aggregate + ".v1";
        return Awaitility.await(topic + " of " + key)
                .atMost(TOLD_WITHIN)
                .pollInterval(LOOK)
                .until(() -> topics.all(topic, key.toString()), all -> all.size() >= atLeast)
                .stream()
                .map(Told::of)
                .toList();
    }

    /** The newest state of a product, once it is like this. */
    public Told state(long productId, Predicate<JsonNode> expected) {
        return newest(STATES, productId, expected);
    }

    /** The newest state of a thing, once it is like this. */
    public Told newest(String topic, long id, Predicate<JsonNode> expected) {
        return Awaitility.await(topic + " of " + id)
                .atMost(TOLD_WITHIN)
                .pollInterval(LOOK)
                .until(
                        () -> states(topic, id),
                        all -> !all.isEmpty() && expected.test(all.getLast().body()))
                .getLast();
    }

    /** The body of a record of this key that could not be read. */
    public String deadLetter(String topic, long key) {
        return String.valueOf(Awaitility.await("the dead letter of " + key)
                .atMost(TOLD_WITHIN)
                .pollInterval(LOOK)
                .until(() -> topics.all(topic + "-dlt", String.valueOf(key)), all -> !all.isEmpty())
                .getFirst()
                .value());
    }

    /** Everything the service has told on one of its topics, held against the contracts. */
    public List<Told> everything(String topic) {
        return topics.all(topic).stream()
                .filter(message -> message.value() != null)
                .map(Told::of)
                .toList();
    }

    public List<Told> states(long productId) {
        return states(STATES, productId);
    }

    private List<Told> states(String topic, long id) {
        return topics.all(topic, String.valueOf(id)).stream().map(Told::of).toList();
    }
}
