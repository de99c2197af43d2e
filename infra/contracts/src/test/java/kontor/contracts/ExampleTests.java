package kontor.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every example, old ones too, fits the schema of today, and the schema really looks at each of its fields. */
class ExampleTests {

    @ParameterizedTest
    @MethodSource("examples")
    void fitsItsSchema(String file) {
        assertThat(schemaOf(file).validate(Contracts.json(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fitsWithFieldsNobodyKnowsYet(String file) {
        ObjectNode example = Contracts.json(file);

        objectsIn(example).toList().forEach(object -> object.put("addedLater", true));

        assertThat(schemaOf(file).validate(example)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fitsNoLongerWithoutARequiredField(String file) {
        Schema schema = schemaOf(file);
        ObjectNode example = Contracts.json(file);

        assertThat(fieldsOf(file, example).stream().filter(Field::required))
                .isNotEmpty()
                .allSatisfy(field -> {
                    JsonNode value = field.holder().remove(field.name());
                    assertThat(schema.validate(example))
                            .as("without %s", field.name())
                            .isNotEmpty();
                    field.holder().set(field.name(), value);
                });
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fitsNoLongerWithAFieldOfAnotherType(String file) {
        Schema schema = schemaOf(file);
        ObjectNode example = Contracts.json(file);

        assertThat(fieldsOf(file, example)).isNotEmpty().allSatisfy(field -> {
            JsonNode value = field.holder().required(field.name());
            field.holder().put(field.name(), 0.5);
            if (!value.isNumber()) {
                assertThat(schema.validate(example))
                        .as("number as %s", field.name())
                        .isNotEmpty();
            }
            field.holder().putObject(field.name());
            if (!value.isObject()) {
                assertThat(schema.validate(example))
                        .as("object as %s", field.name())
                        .isNotEmpty();
            }
            field.holder().set(field.name(), value);
        });
    }

    @ParameterizedTest
    @MethodSource("examples")
    void holdsOnlyWhatItsSchemaDeclares(String file) {
        ObjectNode example = Contracts.json(file);

        List<String> declared =
                fieldsOf(file, example).stream().map(Field::name).toList();

        assertThat(objectsIn(example).flatMap(object -> object.propertyNames().stream()))
                .isSubsetOf(declared);
    }

    @ParameterizedTest
    @MethodSource("transfers")
    void postsEntriesThatSumToZero(String file) {
        assertThat(Contracts.json(file)
                        .required("entries")
                        .valueStream()
                        .mapToLong(entry -> entry.required("amountMinor").longValue())
                        .sum())
                .isZero();
    }

    @Test
    void keepsABalanceForMembersAndNoneForTheCommunity() {
        String file = "contracts/ledger/transfer-posted.v1.example.json";
        ObjectNode transfer = Contracts.json(file);
        ObjectNode member = (ObjectNode) transfer.required("entries").get(0);
        ObjectNode sales = (ObjectNode) transfer.required("entries").get(1);

        assertThat(schemaOf(file).validate(transfer)).isEmpty();
        JsonNode balance = member.required("balanceAfterMinor");
        member.putNull("balanceAfterMinor");
        assertThat(schemaOf(file).validate(transfer)).isNotEmpty();
        member.set("balanceAfterMinor", balance);
        sales.put("balanceAfterMinor", 1);
        assertThat(schemaOf(file).validate(transfer)).isNotEmpty();
    }

    /** A field of an object within an example, with the object that holds it. */
    private record Field(ObjectNode holder, String name, boolean required) {}

    private static List<Field> fieldsOf(String file, ObjectNode example) {
        List<Field> fields = new ArrayList<>();
        collect(Contracts.json(Contracts.schemaOf(file)), example, fields);
        return fields;
    }

    private static void collect(JsonNode schema, ObjectNode holder, List<Field> fields) {
        List<String> required = schema.required("required")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
        schema.required("properties").forEachEntry((name, declaration) -> {
            if (holder.has(name)) {
                fields.add(new Field(holder, name, required.contains(name)));
                Contracts.objectsIn(holder.required(name))
                        .forEach(object -> collect(Contracts.objectOf(declaration), object, fields));
            }
        });
    }

    private static Stream<ObjectNode> objectsIn(ObjectNode example) {
        return Stream.concat(
                Stream.of(example),
                example.valueStream().flatMap(Contracts::objectsIn).flatMap(ExampleTests::objectsIn));
    }

    private static Schema schemaOf(String example) {
        return Contracts.schema(Contracts.schemaOf(example));
    }

    static Stream<String> examples() {
        return Contracts.examples().stream();
    }

    static Stream<String> transfers() {
        return examples().filter(file -> file.contains("/transfer-posted."));
    }
}
