package kontor.catalog.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kontor.catalog.replenishment.ReplenishmentListener.Collection;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplenishmentListenerTests {

    @ParameterizedTest
    @ValueSource(strings = {Delivery.BOOKED, Delivery.CHANGED})
    void readsTheExamplesOfTheContract(String type) {
        String example = EventSchema.of(type).example();
        JsonNode told = JsonMapper.shared().readTree(example);

        Collection read = read(example);

        assertThat(read.collectionId()).isEqualTo(told.get("collectionId").asLong());
        assertThat(read.at()).isEqualTo(Instant.parse(told.get("at").asString()));
        assertThat(read.lines()).hasSameSizeAs(told.get("lines"));
        JsonNode line = told.get("lines").get(0);
        assertThat(read.lines().getFirst())
                .isEqualTo(new ReplenishmentListener.Line(
                        line.get("replenishmentId").asLong(),
                        line.get("productId").asLong(),
                        line.get("amount").asInt(),
                        line.get("revoked").asBoolean()));
    }

    @Test
    void readsThatACollectionIsRevoked() {
        assertThat(read(EventSchema.of(Delivery.CHANGED).example("revoked")).revoked())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "nonsense",
                "{'collectionId': 1, 'at': '2026-05-02T07:30:00Z', 'revoked': false}",
                "{'collectionId': 1, 'revoked': false, 'lines': []}",
                "{'collectionId': 1, 'at': '2026-05-02T07:30:00Z', 'revoked': false, 'lines': [null]}",
                "{'collectionId': 1, 'at': '2026-05-02T07:30:00Z', 'revoked': false, 'lines': [{'replenishmentId': 1,"
                        + " 'productId': 1, 'amount': 0, 'revoked': false}]}",
                "{'collectionId': 1, 'at': '2026-05-02T07:30:00Z', 'revoked': false, 'lines': [{'replenishmentId': 1,"
                        + " 'productId': 1, 'amount': 10001, 'revoked': false}]}",
            })
    void takesWhatCannotBeReadForMalformed(String body) {
        String json = body.replace('\'', '"');

        assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedRecord.class);
    }

    private static Collection read(String body) {
        return new Message(
                        Delivery.TOPIC,
                        UUID.randomUUID(),
                        Delivery.BOOKED,
                        "1",
                        1,
                        Instant.EPOCH,
                        new Origin(new UUID(0, 1), "correlation", false),
                        null,
                        body)
                .as(Collection.class);
    }
}
