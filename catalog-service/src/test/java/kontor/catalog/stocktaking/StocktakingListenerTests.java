package kontor.catalog.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kontor.catalog.stocktaking.StocktakingListener.Collection;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StocktakingListenerTests {

    @ParameterizedTest
    @ValueSource(strings = {Counting.BOOKED, Counting.CHANGED})
    void readsTheExamplesOfTheContract(String type) {
        String example = EventSchema.of(type).example();
        JsonNode told = JsonMapper.shared().readTree(example);

        Collection read = read(example);

        assertThat(read.stocktakingId()).isEqualTo(told.get("stocktakingId").asLong());
        assertThat(read.at()).isEqualTo(Instant.parse(told.get("at").asString()));
        assertThat(read.lines()).hasSameSizeAs(told.get("lines"));
        JsonNode line = told.get("lines").get(0);
        assertThat(read.lines().getFirst())
                .isEqualTo(new StocktakingListener.Line(
                        line.get("productId").asLong(),
                        line.get("count").asInt(),
                        line.get("keepActive").asBoolean()));
    }

    @Test
    void readsThatItIsRevoked() {
        assertThat(read(EventSchema.of(Counting.CHANGED).example("revoked")).revoked())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "nonsense",
                "{'stocktakingId': 1, 'at': '2026-05-02T07:30:00Z', 'revoked': false}",
                "{'stocktakingId': 1, 'revoked': false, 'lines': []}",
                "{'stocktakingId': 1, 'at': '2026-05-02T07:30:00Z', 'revoked': false, 'lines': [null]}",
                "{'stocktakingId': 1, 'at': '2026-05-02T07:30:00Z', 'revoked': false, 'lines': [{'productId': 1,"
                        + " 'count': -1, 'keepActive': false}]}",
                "{'stocktakingId': 1, 'at': '2026-05-02T07:30:00Z', 'revoked': false, 'lines': [{'productId': 1,"
                        + " 'count': 1000001, 'keepActive': false}]}",
                "{'stocktakingId': 1, 'at': '2026-05-02T07:30:00Z', 'revoked': false, 'lines': [{'productId': 1,"
                        + " 'count': 1, 'keepActive': false}, "
                        + "{'productId': 1, 'count': 2, 'keepActive': false}]}",
            })
    void takesWhatCannotBeReadForMalformed(String body) {
        String json = body.replace('\'', '"');

        assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedRecord.class);
    }

    private static Collection read(String body) {
        return new Message(
                        Counting.TOPIC,
                        UUID.randomUUID(),
                        Counting.BOOKED,
                        "1",
                        1,
                        Instant.EPOCH,
                        new Origin(new UUID(0, 1), "correlation", false),
                        null,
                        body)
                .as(Collection.class);
    }
}
