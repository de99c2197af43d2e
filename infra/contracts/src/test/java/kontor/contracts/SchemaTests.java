package kontor.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every schema is a valid, tolerant JSON Schema whose fields keep to the rules for ids, money, time and secrets. */
class SchemaTests {

    private static final Set<String> PERSONS = Set.of(
            "memberId",
            "sellerId",
            "adminId",
            "actorId",
            "buyerId",
            "receiverId",
            "authorId",
            "staffId",
            "creatorId",
            "senderId");
    private static final Set<String> INSTANTS = Set.of("at", "deadline", "validTo");

    @ParameterizedTest
    @MethodSource("schemas")
    void isValidJsonSchema(String file) {
        JsonNode schema = Contracts.json(file);

        assertThat(Contracts.metaSchema().validate(schema)).isEmpty();
        assertThat(schema.required("$schema").stringValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.required("type").stringValue()).isEqualTo("object");
        assertThat(schema.required("description").stringValue()).isNotBlank();
    }

    @Test
    void refusesASchemaThatIsNone() {
        JsonNode wrong = Contracts.json(Contracts.schemas().getFirst()).put("type", "money");

        assertThat(Contracts.metaSchema().validate(wrong)).isNotEmpty();
    }

    @Test
    void isIdentifiedByTheTypeOnTheWire() {
        assertThat(Contracts.messages()).allSatisfy(message -> {
            JsonNode schema = Contracts.json(message.schema());
            assertThat(schema.required("$id").stringValue())
                    .isEqualTo("urn:" + message.type().replace('.', ':'));
            assertThat(schema.required("title").stringValue()).isEqualTo(message.name());
        });
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void neverClosesAnObject(String file) {
        assertThat(Contracts.text(file)).doesNotContain("additionalProperties", "unevaluatedProperties");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void requiresOnlyWhatItDeclares(String file) {
        JsonNode schema = Contracts.json(file);

        assertThat(schema.required("required"))
                .isNotEmpty()
                .extracting(JsonNode::stringValue)
                .isSubsetOf(schema.required("properties").propertyNames());
    }

    /** Dropping a field from {@code required} breaks its readers; one added later is absent from an old example. */
    @ParameterizedTest
    @MethodSource("schemas")
    void requiresWhatEveryExampleHolds(String file) {
        List<JsonNode> examples = Contracts.examples().stream()
                .filter(example -> Contracts.schemaOf(example).equals(file))
                .<JsonNode>map(Contracts::json)
                .toList();

        assertRequiresWhatAllHold(Contracts.json(file), examples);
    }

    private static void assertRequiresWhatAllHold(JsonNode schema, List<? extends JsonNode> objects) {
        schema.required("properties").forEachEntry((name, field) -> {
            if (objects.stream().allMatch(object -> object.has(name))) {
                assertThat(schema.required("required"))
                        .extracting(JsonNode::stringValue)
                        .contains(name);
            }
            List<? extends JsonNode> elements = objects.stream()
                    .flatMap(object -> Contracts.objectsIn(object.path(name)))
                    .toList();
            if (!elements.isEmpty()) {
                assertRequiresWhatAllHold(Contracts.objectOf(field), elements);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void keepsToTheRulesForFields(String file) {
        assertThat(fields(Contracts.json(file))).isNotEmpty().allSatisfy(field -> {
            assertThat(field.getKey()).matches("[a-z]+([A-Z][a-z]*)*");
            assertThat(field.getValue().required("description").stringValue()).isNotBlank();
            assertThat(typesOf(field.getValue())).isSubsetOf(allowedTypes(field.getKey()));
        });
    }

    /** G-36: a consumer must not come to know these, whatever it does. */
    @ParameterizedTest
    @MethodSource("schemas")
    void carriesNoSecretsAndNoTexts(String file) {
        assertThat(fields(Contracts.json(file)))
                .extracting(Map.Entry::getKey)
                .doesNotContain("password", "credential", "email", "login", "bankAccount", "comment", "text", "body");
    }

    /** What G-1, G-4, G-7 and G-14 say about a field of this name. */
    private static List<String> allowedTypes(String name) {
        if (name.endsWith("Minor")) {
            return List.of("integer", "null");
        }
        if (PERSONS.contains(name) || name.endsWith("By")) {
            return List.of("uuid", "null");
        }
        if (name.equals("shipFrom")) {
            return List.of("object", "null");
        }
        if (name.equals("targetId")) {
            return List.of("string", "null");
        }
        if (name.endsWith("Id")) {
            return List.of("integer", "null");
        }
        if (INSTANTS.contains(name) || name.endsWith("At") || name.endsWith("From")) {
            return List.of("date-time", "null");
        }
        if (name.equals("percent") || name.equals("percentage") || name.equals("vatPercentage")) {
            return List.of("number");
        }
        return List.of("string", "integer", "boolean", "array", "object", "date", "null");
    }

    private static List<String> typesOf(JsonNode field) {
        JsonNode type = field.required("type");
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .map(JsonNode::stringValue)
                .map(name -> name.equals("string") ? field.path("format").asString("string") : name)
                .toList();
    }

    private static List<Map.Entry<String, JsonNode>> fields(JsonNode schema) {
        return schema.path("properties")
                .propertyStream()
                .flatMap(
                        field -> Stream.concat(Stream.of(field), fields(Contracts.objectOf(field.getValue())).stream()))
                .toList();
    }

    static Stream<String> schemas() {
        return Contracts.schemas().stream();
    }
}
