package kontor.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kontor.catalog.stock.LedgerListener.ShelfPurchase;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerListenerTests {

    @ParameterizedTest
    @ValueSource(strings = {Ledger.MADE, Ledger.REVOKED, Ledger.REAPPLIED})
    void readsTheExamplesOfTheContract(String type) {
        String example = EventSchema.of(type).example();
        JsonNode told = JsonMapper.shared().readTree(example);

        ShelfPurchase read = message(type, example).as(ShelfPurchase.class);

        assertThat(read.purchaseId()).isEqualTo(told.get("purchaseId").asLong());
        assertThat(read.productId()).isEqualTo(told.get("productId").asLong());
        assertThat(read.amount()).isEqualTo(told.get("amount").asInt());
        assertThat(read.at()).isEqualTo(Instant.parse(told.get("at").asString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "kiosk"})
    void readsWhateverWayItWasBought(String variant) {
        ShelfPurchase read = message(Ledger.MADE, EventSchema.of(Ledger.MADE).example(variant))
                .as(ShelfPurchase.class);

        assertThat(read.amount()).isPositive();
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        String more =
                "{\"purchaseId\": 1, \"productId\": 2, \"amount\": 3, \"at\": \"2026-05-02T07:30:00Z\", \"x\": {}}";

        assertThat(message(Ledger.MADE, more).as(ShelfPurchase.class).amount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "nonsense",
                "{\"purchaseId\": 1, \"productId\": 2, \"at\": \"2026-05-02T07:30:00Z\"}",
                "{\"purchaseId\": 1, \"productId\": 2, \"amount\": 3}",
                "{\"purchaseId\": 1, \"productId\": 2, \"amount\": \"three\", \"at\": \"2026-05-02T07:30:00Z\"}",
                "{\"purchaseId\": 1, \"productId\": 2, \"amount\": 0, \"at\": \"2026-05-02T07:30:00Z\"}",
                "{\"purchaseId\": 1, \"productId\": 2, \"amount\": -3, \"at\": \"2026-05-02T07:30:00Z\"}",
                "{\"purchaseId\": 1, \"productId\": 2, \"amount\": 10001, \"at\": \"2026-05-02T07:30:00Z\"}",
            })
    void takesWhatCannotBeReadForMalformed(String body) {
        assertThatThrownBy(() -> message(Ledger.MADE, body).as(ShelfPurchase.class))
                .isInstanceOf(MalformedRecord.class);
    }

    private static Message message(String type, String body) {
        return new Message(
                "kontor.ledger.shelf-purchase.v1",
                UUID.randomUUID(),
                type,
                "1",
                1,
                Instant.EPOCH,
                new Origin(new UUID(0, 1), "correlation", false),
                null,
                body);
    }
}
