package kontor.local.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kontor.local.stack.Trouble;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The topics the AsyncAPI document declares, each with one for its dead letters. */
public record TopicPlan(List<Topic> topics) {

    private static final String DOCUMENT = "/asyncapi.yaml";
    static final String DEAD_LETTERS = "-dlt";
    private static final short ONE_COPY = 1;

    /** A topic with its number of partitions and what departs from the broker's settings. */
    public record Topic(String name, int partitions, Map<String, String> settings) {}

    public static TopicPlan fromContracts() {
        try (InputStream document = TopicPlan.class.getResourceAsStream(DOCUMENT)) {
            return document == null ? new TopicPlan(List.of()) : parse(document);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static TopicPlan parse(InputStream document) {
        Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
        List<Topic> topics = new ArrayList<>();
        for (Object channel : map(root, "channels").values()) {
            Map<?, ?> kafka = map(map((Map<?, ?>) channel, "bindings"), "kafka");
            if (((Map<?, ?>) channel).get("address") instanceof String address) {
                int partitions = kafka.get("partitions") instanceof Integer number ? number : 1;
                topics.add(new Topic(address, partitions, settings(map(kafka, "topicConfiguration"))));
                // Same number of partitions: a dead letter keeps the partition of its record.
                topics.add(new Topic(address + DEAD_LETTERS, partitions, Map.of("cleanup.policy", "delete")));
            }
        }
        return new TopicPlan(topics);
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> child ? child : Map.of();
    }

    private static Map<String, String> settings(Map<?, ?> configuration) {
        Map<String, String> settings = new TreeMap<>();
        configuration.forEach((key, value) -> {
            String text = value instanceof Collection<?> several
                    ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                    : String.valueOf(value);
            settings.put(String.valueOf(key), text);
        });
        return settings;
    }

    /**
     * Creates what is missing and sets the settings; removes nothing and leaves the number of partitions, since keys
     * would move.
     */
    public void apply(Admin admin) {
        try {
            Set<String> present = new HashSet<>(admin.listTopics().names().get());
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), ONE_COPY).configs(topic.settings()))
                    .toList();
            admin.createTopics(missing).all().get();
            admin.incrementalAlterConfigs(topics.stream()
                            .filter(topic -> present.contains(topic.name())
                                    && !topic.settings().isEmpty())
                            .collect(Collectors.toMap(TopicPlan::resource, TopicPlan::changes)))
                    .all()
                    .get();
        } catch (ExecutionException cause) {
            throw new Trouble("The topics could not be created (%s).".formatted(cause.getMessage()), cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static Collection<AlterConfigOp> changes(Topic topic) {
        return topic.settings().entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }
}
