package kontor.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import kontor.catalog.reservation.InvoiceListener.Cancelled;
import kontor.catalog.reservation.InvoiceListener.Issued;
import kontor.catalog.reservation.RetailOrder.AmountAsked;
import kontor.catalog.reservation.RetailOrder.Item;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the listeners read of the facts of others. */
class ListenerTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                Basket.SUBMITTED,
                Basket.PLACED,
                Basket.REJECTED,
                Basket.CANCELLED,
                Basket.STATUS_CHANGED,
                Basket.ITEM_CHANGED,
                Basket.AMOUNT_REQUESTED
            })
    void readsTheExamplesOfOrders(String type) {
        String example = EventSchema.of(type).example();
        JsonNode told = JsonMapper.shared().readTree(example);

        RetailOrder read = message(example).as(RetailOrder.class);

        JsonNode item = told.get("items").get(0);
        assertThat(read.orderId()).isEqualTo(told.get("orderId").asLong());
        assertThat(read.placedByAdmin()).isEqualTo(told.get("placedByAdmin").asBoolean());
        assertThat(read.items()).hasSameSizeAs(told.get("items"));
        assertThat(read.items().getFirst())
                .isEqualTo(new Item(
                        item.get("orderItemId").asLong(),
                        item.get("productId").asLong(),
                        item.get("amount").asInt(),
                        item.get("status").asString()));
    }

    @Test
    void readsThatAnAdminPlacedIt() {
        String example = EventSchema.of(Basket.SUBMITTED).example("admin");

        assertThat(message(example).as(RetailOrder.class).placedByAdmin()).isTrue();
    }

    @Test
    void readsAnotherAmountThatIsAskedFor() {
        AmountAsked asked =
                message(EventSchema.of(Basket.AMOUNT_REQUESTED).example()).as(AmountAsked.class);

        assertThat(asked.requestId()).isEqualTo(77);
        assertThat(asked.requestedAmount()).isEqualTo(5);
        assertThat(asked.item().amount()).isEqualTo(3);
        assertThat(asked.item().productId()).isEqualTo(1051);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, false, false", "PROCESSING, false, false", "PACKAGED, false, false", "PENDING, false, false",
        "CANCELLED, true, false", "REJECTED, true, false", "IN_TRANSIT, false, true", "DELIVERED, false, true",
        "SOMETHING_NEW, false, false"
    })
    void tellsByTheStatusWhereThePiecesAre(String status, boolean isEnded, boolean hasLeft) {
        RetailOrder order = message(order(item(1).replace("NEW", status))).as(RetailOrder.class);

        assertThat(order.ended()).hasSize(isEnded ? 1 : 0);
        assertThat(order.left()).hasSize(hasLeft ? 1 : 0);
        assertThat(order.settled()).hasSize(isEnded || hasLeft ? 1 : 0);
    }

    @Test
    void readsTheExamplesOfInvoices() {
        Issued issued = message(EventSchema.of(Bill.ISSUED).example()).as(Issued.class);
        Issued imported =
                message(EventSchema.of(Bill.ISSUED).example("imported")).as(Issued.class);
        Cancelled cancelled = message(EventSchema.of(Bill.CANCELLED).example()).as(Cancelled.class);

        assertThat(issued.invoiceId()).isEqualTo(801);
        assertThat(issued.items()).hasSize(3);
        assertThat(imported.invoiceId()).isEqualTo(790);
        assertThat(cancelled.invoiceId()).isEqualTo(801);
        assertThat(cancelled.lines()).isEqualTo(issued.items());
        assertThat(cancelled.cancellation().issuedAt()).isEqualTo(Instant.parse("2026-05-18T08:00:00Z"));
    }

    @Test
    void takesAnOrderThatCannotBeForMalformed() {
        String tooLong = IntStream.rangeClosed(1, 101)
                .mapToObj(ListenerTests::item)
                .reduce((a, b) -> a + "," + b)
                .orElse("");

        for (String body : new String[] {
            "{}",
            "nonsense",
            order(""),
            order("null"),
            order(item(1) + "," + item(1)),
            order(tooLong),
            order(item(1).replace(": 2,", ": 0,")),
            order(item(1).replace(": 2,", ": 10001,")),
            order(item(1).replace(": 2,", ": \"two\",")),
            order(item(1).replace("\"NEW\"", "null"))
        }) {
            assertThatThrownBy(() -> message(body).as(RetailOrder.class)).isInstanceOf(MalformedRecord.class);
        }
        assertThat(message(order(item(1) + "," + item(2))).as(RetailOrder.class).items())
                .hasSize(2);
    }

    @Test
    void takesAnAmountThatCannotBeForMalformed() {
        String good = "{\"requestedAmount\": 3, \"orderItemId\": 1, \"orderId\": 4, \"requestId\": 2," + " \"items\": ["
                + item(1) + "]}";

        assertThat(message(good).as(AmountAsked.class).item().orderItemId()).isEqualTo(1);
        for (String body : new String[] {
            good.replace(": 3,", ": 0,"),
            good.replace(": 3,", ": 10001,"),
            good.replace(": 1, \"orderId\"", ": 7, \"orderId\""),
            good.replace("\"requestId\": 2,", "")
        }) {
            assertThatThrownBy(() -> message(body).as(AmountAsked.class)).isInstanceOf(MalformedRecord.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"orderId\": 1, \"invoiceId\": 2, \"issuedAt\": \"2026-05-18T08:00:00Z\", \"items\": []}",
                "{\"orderId\": 1, \"invoiceId\": 2,"
                        + " \"items\": [{\"orderItemId\": 1, \"productId\": 2, \"amount\": 1}]}",
                "{\"orderId\": 1, \"invoiceId\": 2, \"issuedAt\": \"2026-05-18T08:00:00Z\","
                        + " \"items\": [{\"orderItemId\": 1, \"productId\": 2, \"amount\": 0}]}",
            })
    void takesAnInvoiceThatCannotBeForMalformed(String body) {
        assertThatThrownBy(() -> message(body).as(Issued.class)).isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() -> message(body.replace("items", "lines")).as(Cancelled.class))
                .isInstanceOf(MalformedRecord.class);
    }

    private static String order(String items) {
        return "{\"orderId\": 1, \"placedByAdmin\": false, \"items\": [" + items + "], \"more\": {}}";
    }

    private static String item(int id) {
        return "{\"orderItemId\": " + id + ", \"productId\": 5, \"amount\": 2, \"status\": \"NEW\"}";
    }

    private static Message message(String body) {
        return new Message(
                Basket.TOPIC,
                UUID.randomUUID(),
                Basket.SUBMITTED,
                "1",
                1,
                Instant.EPOCH,
                new Origin(new UUID(0, 1), "correlation", false),
                null,
                body);
    }
}
