package kontor.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The topics that the AsyncAPI document of contracts declares, each followed by its dead-letter topic. */
public final class DeclaredTopics {

    private static final String DOCUMENT = "asyncapi.yaml";

    /** A topic with what a broker needs to create it. */
    public record Topic(String name, int partitions, Map<String, String> configuration) {

        /** Kept until somebody has looked at them. */
        Topic deadLetters() {
            return new Topic(name + "-dlt", partitions, Map.of("retention.ms", "-1"));
        }
    }

    private DeclaredTopics() {}

    /** All topics, none when the document is absent. */
    public static List<Topic> all() {
        try (InputStream document = DeclaredTopics.class.getClassLoader().getResourceAsStream(DOCUMENT)) {
            return document == null ? List.of() : read(new YAMLMapper().readTree(document));
        } catch (IOException failed) {
            throw new UncheckedIOException(DOCUMENT + " is not readable", failed);
        }
    }

    static List<Topic> read(JsonNode document) {
        List<Topic> topics = new ArrayList<>();
        for (JsonNode channel : document.path("channels")) {
            Topic topic = topic(channel);
            topics.add(topic);
            topics.add(topic.deadLetters());
        }
        return topics;
    }

    private static Topic topic(JsonNode channel) {
        JsonNode kafka = channel.path("bindings").path("kafka");
        Map<String, String> configuration = kafka.path("topicConfiguration").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue())));
        return new Topic(
                channel.path("address").stringValue(), kafka.path("partitions").asInt(1), configuration);
    }

    /** AsyncAPI writes cleanup policies as a list, Kafka as words with commas. */
    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(","))
                : value.asString();
    }
}
