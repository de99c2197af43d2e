package kontor.ledger.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kontor.ledger.product.ProductListener.ProductState;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductListenerTests {

    private static final EventSchema SCHEMA = EventSchema.of("kontor.catalog.products-state.v1");

    @Test
    void readsTheExampleOfTheContract() {
        ProductState state = message(SCHEMA.example()).as(ProductState.class);

        assertThat(state.productId()).isEqualTo(1051);
        assertThat(state.priceMinor()).isEqualTo(249);
        assertThat(state.vatPercentage()).isEqualByComparingTo("27");
        assertThat(state.revocable()).isTrue();
        assertThat(state.version()).isEqualTo(6);
    }

    @Test
    void readsAWithdrawnProduct() {
        assertThat(message(SCHEMA.example("withdrawn")).as(ProductState.class).withdrawn())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"productId\": 1, \"name\": \"x\", \"stockPolicy\": \"TRACKED\"}",
                "{\"productId\": 1, \"name\": \"x\", \"stockPolicy\": \"TRACKED\", \"vatPercentage\": 101}",
                "{\"productId\": 1, \"name\": \"x\", \"stockPolicy\": \"TRACKED\", \"vatPercentage\": -1}",
                "{\"productId\": \"one\", \"name\": \"x\", \"stockPolicy\": \"TRACKED\", \"vatPercentage\": 1}",
            })
    void takesWhatCannotBeReadForMalformed(String body) {
        assertThatThrownBy(() -> message(body).as(ProductState.class)).isInstanceOf(MalformedRecord.class);
    }

    private static Message message(String body) {
        return new Message(
                "kontor.catalog.products.v1",
                UUID.randomUUID(),
                "kontor.catalog.products-state.v1",
                "1051",
                6,
                Instant.EPOCH,
                new Origin(new UUID(0, 1), "correlation", false),
                null,
                body);
    }
}
