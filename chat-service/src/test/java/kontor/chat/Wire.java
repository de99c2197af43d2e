package kontor.chat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import kontor.testkit.EventSchema;
import kontor.testkit.TopicReader;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service told: every record that is read is held against its contract. */
public final class Wire {

    private static final String CONVERSATIONS = "kontor.chat.conversation.v1";
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);

    private final TopicReader topics;

    public Wire(TopicReader topics) {
        this.topics = topics;
    }

    /** An event as a consumer sees it. */
    public record Told(String name, long version, String actor, JsonNode body) {

        private static Told of(TopicReader.Message message) {
            String value = Objects.requireNonNull(message.value());
            EventSchema.of(message.type()).assertValid(value);
            String[] parts = message.type().split("\\.", -1);
            return new Told(
                    parts[2],
                    message.sequence(),
                    message.headers().getOrDefault("ce_actor", ""),
                    JsonMapper.shared().readTree(value));
        }
    }

    /** All events of a conversation, once there are at least so many. */
    public List<Told> of(long conversationId, int atLeast) {
        return of(CONVERSATIONS, Long.toString(conversationId), atLeast);
    }

    /** All events of this key, once there are at least so many. */
    public List<Told> of(String topic, String key, int atLeast) {
        return Awaitility.await("events of " + key)
                .atMost(TOLD_WITHIN)
                .until(() -> topics.all(topic, key), all -> all.size() >= atLeast)
                .stream()
                .map(Told::of)
                .toList();
    }

    /** Their names in kebab case, once there are at least so many. */
    public List<String> names(long conversationId, int atLeast) {
        return of(conversationId, atLeast).stream().map(Told::name).toList();
    }

    /** Everything of one topic, held against the contracts. */
    public List<Told> everything(String topic) {
        return topics.all(topic).stream().map(Told::of).toList();
    }

    /** The body of a record of this key that could not be applied. */
    public String deadLetter(String topic, String key) {
        return String.valueOf(Awaitility.await("the dead letter of " + key)
                .atMost(TOLD_WITHIN)
                .until(() -> topics.all(topic + "-dlt", key), all -> !all.isEmpty())
                .getFirst()
                .value());
    }
}
