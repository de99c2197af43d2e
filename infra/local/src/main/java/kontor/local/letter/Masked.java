package kontor.local.letter;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body for a terminal and its log: fields, ids, numbers and times as they are, every other text by its length only,
 * since names and addresses are among them.
 */
final class Masked {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern HARMLESS =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" + "|\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+Z)?");

    private Masked() {}

    static String of(byte @Nullable [] body) {
        if (body == null) {
            return "none";
        }
        try {
            JsonNode tree = JSON.readTree(body);
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(masked(tree));
        } catch (JacksonException broken) {
            return "%d bytes that are no JSON".formatted(body.length);
        }
    }

    private static JsonNode masked(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            object.forEachEntry((name, field) -> masked.set(name, masked(field)));
            return masked;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> masked.add(masked(element)));
            return masked;
        }
        if (value.isString() && !HARMLESS.matcher(value.stringValue()).matches()) {
            int length =
                    value.stringValue().codePointCount(0, value.stringValue().length());
            return JsonNodeFactory.instance.stringNode("(%d characters)".formatted(length));
        }
        return value;
    }
}
