package kontor.testkit;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What contracts promise for one event type. A producer is held to exactly the declared fields, although consumers
 * tolerate more: an undeclared field is a promise nobody wrote down.
 */
public final class EventSchema {

    private static final Pattern TYPE = Pattern.compile("kontor\\.([a-z]+)\\.([a-z-]+)\\.(v\\d+)");
    private static final String STATE = "-state";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String type;
    private final String file;
    private final Schema schema;

    private EventSchema(String type) {
        this.type = type;
        file = fileOf(type);
        JsonNode document = JSON.readTree(resource(file + ".schema.json"));
        closeObjects(document);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
    }

    /** The schema of a type on the wire, such as {@code kontor.ledger.deposit-booked.v1}. */
    public static EventSchema of(String type) {
        return new EventSchema(type);
    }

    /** Fails with every fault of this body. */
    public void assertValid(String body) {
        List<String> faults = faults(body);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s breaks its contract:%n  %s%n%s"
                    .formatted(type, String.join(System.lineSeparator() + "  ", faults), body));
        }
    }

    /** The faults of this body, none when it is valid. */
    public List<String> faults(String body) {
        return schema
                .validate(
                        JSON.readTree(body),
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** The example every consumer must be able to read. */
    public String example() {
        return resource(file + ".example.json");
    }

    /** A further example: {@code example("first")} is the file {@code ...example-first.json}. */
    public String example(String variant) {
        return resource(file + ".example-" + variant + ".json");
    }

    private static String fileOf(String type) {
        Matcher parts = TYPE.matcher(type);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not an event type: " + type);
        }
        String name = parts.group(2);
        String stem = name.endsWith(STATE) ? name.substring(0, name.length() - STATE.length()) + ".state" : name;
        return "contracts/%s/%s.%s".formatted(parts.group(1), stem, parts.group(3));
    }

    private static void closeObjects(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(EventSchema::closeObjects);
    }

    private static String resource(String path) {
        try (InputStream stream = EventSchema.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new AssertionError("Contracts have no " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(path + " is not readable", failed);
        }
    }
}
