package kontor.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes planted into real contracts: each that breaks somebody is seen, and additions are free. */
class CompatibilityTests {

    private static final String TRANSFER = "contracts/ledger/transfer-posted.v1.schema.json";
    private static final String DEPOSITS = "/channels/ledger.deposit";

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenSchemas")
    void seesWhatBreaksARecord(String sentence, Consumer<ObjectNode> change) {
        ObjectNode changed = Contracts.json(TRANSFER);

        change.accept(changed);

        assertThat(Compatibility.ofSchema(Contracts.json(TRANSFER), changed))
                .anySatisfy(found -> assertThat(found).contains(sentence));
    }

    static Stream<Arguments> brokenSchemas() {
        return Stream.of(
                broken("kind is gone", schema -> fields(schema).remove("kind")),
                broken(
                        "bookedAt is gone",
                        schema -> fields(schema).set("postedAt", fields(schema).remove("bookedAt"))),
                broken(
                        "entries[].owner is gone",
                        schema -> fields(element(schema)).remove("owner")),
                broken(
                        "at.type: was \"string\", is \"integer\"",
                        schema -> field(schema, "at").put("type", "integer")),
                broken(
                        "at.type: was \"string\", is [\"string\",\"null\"]",
                        schema -> field(schema, "at")
                                .putArray("type")
                                .add("string")
                                .add("null")),
                broken("reversesId.type", schema -> field(schema, "reversesId").put("type", "integer")),
                broken("at.format", schema -> field(schema, "at").remove("format")),
                broken("kind may not be SHELF any more", schema -> words(schema).remove(3)),
                broken("kind may be GIFT", schema -> words(schema).add("GIFT")),
                broken(
                        "businessRef.maxLength: was 100, is 50",
                        schema -> field(schema, "businessRef").put("maxLength", 50)),
                broken(
                        "entries[].amountMinor.maximum",
                        schema -> field(element(schema), "amountMinor").put("maximum", 1)),
                broken(
                        "entries[].amountMinor.not",
                        schema -> field(element(schema), "amountMinor").remove("not")),
                broken("entries[].allOf", schema -> ((ArrayNode) element(schema).required("allOf")).remove(0)),
                broken(
                        "at is not in every record any more",
                        schema -> required(schema).remove(4)),
                broken("channel is new and asked of every record", schema -> {
                    fields(schema).putObject("channel").put("type", "string");
                    required(schema).add("channel");
                }),
                broken("additionalProperties", schema -> schema.put("additionalProperties", false)),
                broken("$id", schema -> schema.put("$id", "urn:kontor:ledger:transfer-posted:v2")));
    }

    @Test
    void letsFieldsBeAddedAndWordsForPeopleChange() {
        ObjectNode changed = Contracts.json(TRANSFER);

        changed.put("description", "Money moved.");
        field(changed, "at").put("description", "When.");
        fields(changed).putObject("channel").put("type", "string").put("description", "How.");
        fields(element(changed)).putObject("note").put("type", "string");

        assertThat(Compatibility.ofSchema(Contracts.json(TRANSFER), changed)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenTopics")
    void seesWhatBreaksATopic(String sentence, Consumer<ObjectNode> change) {
        ObjectNode changed = document();

        change.accept(changed);

        assertThat(Compatibility.ofTopics(document(), changed))
                .anySatisfy(found -> assertThat(found).contains(sentence));
    }

    static Stream<Arguments> brokenTopics() {
        return Stream.of(
                broken(
                        "topic kontor.ledger.deposit.v1 is gone",
                        document -> at(document, "/channels").remove("ledger.deposit")),
                broken(
                        "topic kontor.ledger.deposit.v1 is gone",
                        document -> at(document, DEPOSITS).put("address", "kontor.ledger.deposit.v2")),
                broken(
                        "kontor.ledger.deposit.v1 is kept",
                        document -> at(document, DEPOSITS + "/bindings/kafka/topicConfiguration")
                                .put("retention.ms", 1000)),
                broken(
                        "deposit-booked.v1 is no event",
                        document -> at(document, DEPOSITS + "/messages").remove("DepositBooked")),
                broken(
                        "deposit-booked.v1 is keyed",
                        document -> ((ObjectNode) document.requiredAt(DEPOSITS + "/messages/DepositBooked/traits/0"))
                                .put("$ref", "#/components/messageTraits/keyedByUuid")),
                broken(
                        "deposit-booked.v1 has its body",
                        document -> at(document, DEPOSITS + "/messages/DepositBooked/payload")
                                .put("$ref", "contracts/ledger/deposit-revoked.v1.schema.json")),
                broken(
                        "header ce_sequence is gone",
                        document -> at(document, "/components/schemas/Headers/properties")
                                .remove("ce_sequence")),
                broken(
                        "header ce_id is not in every record",
                        document ->
                                ((ArrayNode) document.requiredAt("/components/schemas/Headers/required")).remove(2)));
    }

    @Test
    void letsTopicsEventsAndReadersBeAdded() {
        ObjectNode changed = document();

        at(changed, "/channels")
                .set("ledger.loan", at(changed, DEPOSITS).deepCopy().put("address", "kontor.ledger.loan.v1"));
        ObjectNode messages = at(changed, DEPOSITS + "/messages");
        messages.set(
                "DepositLent",
                ((ObjectNode) messages.required("DepositBooked")).deepCopy().put("name", "lent"));
        at(changed, "/operations").remove("ledger.escrow.receive");
        at(changed, "/components/schemas/Headers/properties")
                .putObject("ce_tenant")
                .put("type", "string");

        assertThat(Compatibility.ofTopics(document(), changed)).isEmpty();
    }

    private static Arguments broken(String sentence, Consumer<ObjectNode> change) {
        return arguments(sentence, change);
    }

    private static ObjectNode document() {
        return (ObjectNode) Contracts.yaml("asyncapi.yaml");
    }

    private static ObjectNode at(JsonNode document, String pointer) {
        return (ObjectNode) document.requiredAt(pointer);
    }

    private static ObjectNode fields(ObjectNode schema) {
        return at(schema, "/properties");
    }

    private static ObjectNode field(ObjectNode schema, String name) {
        return at(schema, "/properties/" + name);
    }

    private static ObjectNode element(ObjectNode schema) {
        return at(schema, "/properties/entries/items");
    }

    private static ArrayNode words(ObjectNode schema) {
        return (ArrayNode) schema.requiredAt("/properties/kind/enum");
    }

    private static ArrayNode required(ObjectNode schema) {
        return (ArrayNode) schema.required("required");
    }
}
