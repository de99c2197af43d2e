package kontor.catalog.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the listener reads of the facts of purchases. */
class PurchaseListenerTests {

    @ParameterizedTest
    @ValueSource(strings = {Bargain.SUBMITTED, Bargain.REJECTED, Bargain.CANCELLED, Bargain.SHIPPED})
    void readsTheExamplesOfPurchases(String type) {
        Purchase read = message(EventSchema.of(type).example()).as(Purchase.class);

        assertThat(read.purchaseId()).isEqualTo(501);
        assertThat(read.lines()).containsExactly(new Purchase.Line(801, 2));
    }

    @Test
    void addsUpLinesOfOneListingInTheOrderOfTheListings() {
        String lines = line(9, 1) + ", " + line(7, 2) + ", " + line(9, 3);

        Purchase read = message(purchase(lines)).as(Purchase.class);

        assertThat(read.wanted().toString()).isEqualTo("{7=2, 9=4}");
    }

    @Test
    void takesAPurchaseThatCannotBeForMalformed() {
        String tooLong = IntStream.rangeClosed(1, 101).mapToObj(n -> line(n, 1)).collect(Collectors.joining(","));

        for (String body : new String[] {
            "{}",
            "nonsense",
            purchase(""),
            purchase("null"),
            purchase(tooLong),
            purchase(line(1, 0)),
            purchase(line(1, 10_001)),
            purchase(line(1, 1).replace(": 1}", ": \"one\"}")),
            purchase("{\"quantity\": 1}")
        }) {
            assertThatThrownBy(() -> message(body).as(Purchase.class)).isInstanceOf(MalformedRecord.class);
        }
        assertThat(message(purchase(line(1, 10_000))).as(Purchase.class).lines())
                .hasSize(1);
    }

    private static String purchase(String lines) {
        return "{\"purchaseId\": 1, \"lines\": [" + lines + "], \"more\": {}}";
    }

    private static String line(long listing, int quantity) {
        return "{\"listingId\": " + listing + ", \"quantity\": " + quantity + "}";
    }

    private static Message message(String body) {
        return new Message(
                Bargain.TOPIC,
                UUID.randomUUID(),
                Bargain.SUBMITTED,
                "1",
                1,
                Instant.EPOCH,
                new Origin(new UUID(0, 1), "correlation", false),
                null,
                body);
    }
}
