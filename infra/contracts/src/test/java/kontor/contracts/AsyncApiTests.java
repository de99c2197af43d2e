package kontor.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kontor.contracts.Contracts.Message;
import kontor.contracts.Contracts.Operation;
import kontor.contracts.Contracts.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The AsyncAPI document is whole, keeps to the grammar of names, and leads to every file of a contract. */
class AsyncApiTests {

    private final JsonNode document = Contracts.yaml("asyncapi.yaml");

    @Test
    void declaresTheTopicsThatTheServicesPublish() {
        assertThat(topics())
                .extracting(Topic::address)
                .containsExactlyInAnyOrder(
                        "kontor.identity.member.v1",
                        "kontor.identity.rank.v1",
                        "kontor.identity.customer.v1",
                        "kontor.identity.platform.v1",
                        "kontor.identity.members.v1",
                        "kontor.identity.customers.v1",
                        "kontor.catalog.product.v1",
                        "kontor.catalog.category.v1",
                        "kontor.catalog.tag.v1",
                        "kontor.catalog.vat-rate.v1",
                        "kontor.catalog.stock.v1",
                        "kontor.catalog.packaging.v1",
                        "kontor.catalog.reservation.v1",
                        "kontor.catalog.listing.v1",
                        "kontor.catalog.products.v1",
                        "kontor.catalog.listings.v1",
                        "kontor.ledger.shelf-purchase.v1",
                        "kontor.ledger.deposit.v1",
                        "kontor.ledger.replenishment.v1",
                        "kontor.ledger.stocktaking.v1",
                        "kontor.ledger.escrow.v1",
                        "kontor.ledger.receivable.v1",
                        "kontor.ledger.transfer.v1",
                        "kontor.order.retail-order.v1",
                        "kontor.order.market-purchase.v1",
                        "kontor.order.terms.v1",
                        "kontor.invoice.invoice.v1",
                        "kontor.invoice.issuer.v1",
                        "kontor.support.ticket.v1",
                        "kontor.chat.conversation.v1");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void namesTopicsByServiceAndAggregate(Topic topic) {
        assertThat(topic.channel()).matches("(identity|catalog|ledger|order|invoice|support|chat)\\.[a-z]+(-[a-z]+)*");
        assertThat(topic.address()).isEqualTo("kontor.%s.v1".formatted(topic.channel()));
        assertThat(topic.declaration().required("description").stringValue()).isNotBlank();
        assertThat(topic.declaration().required("tags"))
                .extracting(tag -> tag.required("name").stringValue())
                .containsExactly(topic.service(), topic.isState() ? "state" : "fact");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void keepsFactsForGoodAndTheNewestState(Topic topic) {
        JsonNode configuration = topic.kafka().required("topicConfiguration");

        assertThat(topic.kafka().required("partitions").intValue()).isEqualTo(3);
        if (topic.isState()) {
            assertThat(configuration.required("cleanup.policy"))
                    .extracting(JsonNode::stringValue)
                    .containsExactly("compact");
            assertThat(topic.part()).as("state topics are plural").endsWith("s");
        } else {
            assertThat(configuration.required("cleanup.policy"))
                    .extracting(JsonNode::stringValue)
                    .containsExactly("delete");
            assertThat(configuration.required("retention.ms").intValue()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void namesMessagesByServiceAndEvent(Message message) {
        Topic topic = message.topic();
        String typeName = topic.isState() ? topic.part() + "-state" : message.kebab();
        String fileName = topic.isState() ? topic.part() + ".state" : message.kebab();

        assertThat(message.name()).matches("([A-Z][a-z]+)+");
        assertThat(message.type()).isEqualTo("kontor.%s.%s.v1", topic.service(), typeName);
        assertThat(message.schema()).isEqualTo("contracts/%s/%s.v1.schema.json", topic.service(), fileName);
        assertThat(message.declaration().required("summary").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void documentsKeyAndHeadersOfEachMessage(Message message) {
        List<JsonNode> traits = message.declaration()
                .required("traits")
                .valueStream()
                .map(trait -> resolve(trait.required("$ref").stringValue()))
                .toList();

        assertThat(traits).singleElement().satisfies(trait -> {
            assertThat(trait.requiredAt("/bindings/kafka/key/type").stringValue())
                    .isEqualTo("string");
            JsonNode headers = resolve(trait.requiredAt("/headers/$ref").stringValue());
            assertThat(headers.required("required"))
                    .extracting(JsonNode::stringValue)
                    .containsExactlyInAnyOrder(
                            "content-type",
                            "ce_specversion",
                            "ce_id",
                            "ce_type",
                            "ce_source",
                            "ce_time",
                            "ce_subject",
                            "ce_dataschema",
                            "ce_sequence",
                            "ce_actor",
                            "ce_correlationid",
                            "ce_imported");
        });
    }

    @Test
    void hasOneTypeForOneMessage() {
        assertThat(Contracts.messages()).extracting(Message::type).doesNotHaveDuplicates();
        assertThat(topics().filter(Topic::isState))
                .allSatisfy(state -> assertThat(state.messages()).hasSize(1));
    }

    @Test
    void leadsToEverySchemaThereIs() {
        assertThat(Contracts.messages())
                .extracting(Message::schema)
                .containsExactlyInAnyOrderElementsOf(Contracts.schemas());
    }

    @Test
    void hasAnExampleOfEveryMessage() {
        List<String> examples = Contracts.schemas().stream()
                .map(schema -> schema.replace(".schema.", ".example."))
                .toList();

        assertThat(Contracts.examples()).containsAll(examples);
        assertThat(Contracts.examples()).extracting(Contracts::schemaOf).isSubsetOf(Contracts.schemas());
    }

    @Test
    void keepsNothingBesideSchemasAndExamples() {
        assertThat(Contracts.files())
                .allMatch(file -> file.matches("contracts/[a-z]+/(history/)?[a-z]+(-[a-z]+)*(\\.state)?\\.v1"
                        + "\\.(schema|example(-[a-z0-9]+)*)\\.json"));
    }

    @Test
    void publishesEveryTopicByOneOperation() {
        assertThat(Contracts.operations(document).filter(operation -> !operation.isReceiving()))
                .allSatisfy(operation -> assertThat(operation.name()).isEqualTo(operation.channel() + ".publish"))
                .extracting(Operation::channel)
                .containsExactlyInAnyOrderElementsOf(
                        topics().map(Topic::channel).toList());
    }

    @Test
    void receivesWhatTheListenersOfTheServicesListenTo() {
        assertThat(Contracts.operations(document).filter(Operation::isReceiving))
                .allSatisfy(operation -> assertThat(operation.name()).isEqualTo(operation.group() + ".receive"))
                .extracting(operation -> operation.group() + " of kontor." + operation.channel() + ".v1")
                .containsExactlyInAnyOrderElementsOf(Listeners.all());
    }

    /** The launcher and other readers take the document as plain YAML. */
    @Test
    void hasNoAnchorsAndNoAliases() {
        assertThat(Contracts.text("asyncapi.yaml")).doesNotContainPattern("(?m)(^|[\\s\\[{,])[&*][A-Za-z]");
    }

    private JsonNode resolve(String reference) {
        return document.requiredAt(reference.substring(1));
    }

    static Stream<Topic> topics() {
        return Contracts.topics().stream();
    }

    static Stream<Message> messages() {
        return Contracts.messages().stream();
    }
}
