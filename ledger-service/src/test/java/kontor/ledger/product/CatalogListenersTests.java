package kontor.ledger.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kontor.ledger.product.PriceListener.PriceRow;
import kontor.ledger.product.StockListener.StockBase;
import kontor.ledger.product.StockListener.StockMove;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;

/** The examples of the contracts can be read. */
class CatalogListenersTests {

    @Test
    void readAPriceRow() {
        EventSchema schema = EventSchema.of("kontor.catalog.price-changed.v1");

        assertThat(message(schema.example()).as(PriceRow.class))
                .isEqualTo(new PriceRow(5003, 1051, 249, Instant.parse("2026-05-10T08:00:00Z")));
        assertThat(message(schema.example("first")).as(PriceRow.class).newPriceMinor())
                .isEqualTo(240);
    }

    @Test
    void readAMove() {
        EventSchema schema = EventSchema.of("kontor.catalog.stock-moved.v1");

        assertThat(message(schema.example()).as(StockMove.class))
                .isEqualTo(new StockMove(8801, 1051, "SHELF", -4, Instant.parse("2026-05-10T16:20:05.123456Z"), 16));
    }

    @Test
    void readABase() {
        EventSchema schema = EventSchema.of("kontor.catalog.stock-base-set.v1");

        assertThat(message(schema.example()).as(StockBase.class)).isEqualTo(new StockBase(1051, 20));
        assertThat(message(schema.example("none-left")).as(StockBase.class).onHandAfter())
                .isEqualTo(21);
    }

    @Test
    void takeWhatCannotBeReadForMalformed() {
        assertThatThrownBy(() -> message("{\"priceId\": 1, \"productId\": 1, \"newPriceMinor\": 5}")
                        .as(PriceRow.class))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() -> message("{\"moveId\": 1, \"productId\": 1, \"delta\": \"x\"}")
                        .as(StockMove.class))
                .isInstanceOf(MalformedRecord.class);
    }

    private static Message message(String body) {
        return new Message(
                "kontor.catalog.stock.v1",
                UUID.randomUUID(),
                "kontor.catalog.stock-moved.v1",
                "1051",
                6,
                Instant.EPOCH,
                new Origin(new UUID(0, 1), "correlation", false),
                null,
                body);
    }
}
