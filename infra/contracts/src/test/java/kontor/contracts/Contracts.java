package kontor.contracts;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of this module, as its tests read them. */
final class Contracts {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String SCHEMA = ".schema.json";
    private static final String EXAMPLE = ".example";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Contracts() {}

    static List<Topic> topics() {
        return topics(yaml("asyncapi.yaml"));
    }

    static List<Topic> topics(JsonNode document) {
        return document.required("channels")
                .propertyStream()
                .map(channel -> new Topic(channel.getKey(), channel.getValue()))
                .toList();
    }

    static Stream<Operation> operations(JsonNode document) {
        return document.required("operations")
                .propertyStream()
                .map(operation -> new Operation(operation.getKey(), operation.getValue()));
    }

    static List<Message> messages() {
        return topics().stream().flatMap(Topic::messages).toList();
    }

    /** Paths below resources, such as {@code contracts/ledger/deposit-booked.v1.schema.json}. */
    static List<String> schemas() {
        return files().filter(Contracts::isSchema).toList();
    }

    /** All examples, those that were replaced and rest in {@code history/} included. */
    static List<String> examples() {
        return files().filter(Contracts::isExample).toList();
    }

    static boolean isSchema(String file) {
        return file.endsWith(SCHEMA);
    }

    static boolean isExample(String file) {
        return file.contains(EXAMPLE);
    }

    static Stream<String> files() {
        return files(RESOURCES);
    }

    static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder.resolve("contracts"))) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The schema an example has to fit, old ones in {@code history/} too. */
    static String schemaOf(String example) {
        return example.substring(0, example.indexOf(EXAMPLE)).replace("/history/", "/") + SCHEMA;
    }

    /** What a field of this schema consists of: its own fields, or those of its elements; nothing for a plain value. */
    static JsonNode objectOf(JsonNode field) {
        return field.has("items") ? field.required("items") : field;
    }

    /** The objects a field holds: itself, or its elements. */
    static Stream<ObjectNode> objectsIn(JsonNode value) {
        return value instanceof ObjectNode object
                ? Stream.of(object)
                : value.valueStream().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    static Schema schema(String file) {
        return schema(json(file));
    }

    static Schema schema(JsonNode schema) {
        return REGISTRY.getSchema(schema);
    }

    static Schema metaSchema() {
        return REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    }

    static ObjectNode json(String file) {
        return json(RESOURCES.resolve(file));
    }

    static ObjectNode json(Path file) {
        return (ObjectNode) JSON.readTree(text(file));
    }

    static JsonNode yaml(String file) {
        return yaml(RESOURCES.resolve(file));
    }

    static JsonNode yaml(Path file) {
        return YAML.readTree(text(file));
    }

    static String text(String file) {
        return text(RESOURCES.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A channel of the AsyncAPI document. */
    record Topic(String channel, JsonNode declaration) {

        String address() {
            return declaration.required("address").stringValue();
        }

        String service() {
            return channel.substring(0, channel.indexOf('.'));
        }

        /** Last word of the address before the version: an aggregate, or a plural for state. */
        String part() {
            return channel.substring(channel.indexOf('.') + 1);
        }

        JsonNode kafka() {
            return declaration.required("bindings").required("kafka");
        }

        boolean isState() {
            return declaration
                    .required("tags")
                    .valueStream()
                    .anyMatch(tag -> tag.required("name").stringValue().equals("state"));
        }

        Stream<Message> messages() {
            return declaration
                    .required("messages")
                    .propertyStream()
                    .map(message -> new Message(this, message.getKey(), message.getValue()));
        }

        @Override
        public String toString() {
            return channel;
        }
    }

    /** A message of a channel. */
    record Message(Topic topic, String name, JsonNode declaration) {

        String type() {
            return declaration.required("name").stringValue();
        }

        String schema() {
            return declaration.required("payload").required("$ref").stringValue();
        }

        /** {@code DepositBooked} becomes {@code deposit-booked}. */
        String kebab() {
            return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return type();
        }
    }

    /** What a service does with a channel. */
    record Operation(String name, JsonNode declaration) {

        boolean isReceiving() {
            return declaration.required("action").stringValue().equals("receive");
        }

        String channel() {
            return declaration.requiredAt("/channel/$ref").stringValue().substring("#/channels/".length());
        }

        /** The consumer group, of one that receives. */
        String group() {
            return declaration.requiredAt("/bindings/kafka/groupId/const").stringValue();
        }
    }
}
