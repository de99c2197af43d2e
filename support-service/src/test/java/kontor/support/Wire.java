package kontor.support;

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

    private static final String TICKETS = "kontor.support.ticket.v1";
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

    /** All events of a ticket, once there are at least so many. */
    public List<Told> of(long ticket, int atLeast) {
        return Awaitility.await("events of ticket " + ticket)
                .atMost(TOLD_WITHIN)
                .until(() -> topics.all(TICKETS, Long.toString(ticket)), all -> all.size() >= atLeast)
                .stream()
                .map(Told::of)
                .toList();
    }

    /** Everything that was told of tickets. */
    public List<Told> everything() {
        return topics.all(TICKETS).stream().map(Told::of).toList();
    }
}
