package kontor.invoice.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kontor.invoice.product.ProductListener.ProductState;
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
    void readsTheExamplesOfTheContract() {
        ProductState state = message(SCHEMA.example()).as(ProductState.class);

        assertThat(state.productId()).isEqualTo(1051);
        assertThat(state.name()).isEqualTo("Espresso beans 250 g");
        assertThat(state.vatPercentage()).isEqualByComparingTo("27");
        assertThat(state.version()).isEqualTo(6);
        assertThat(message(SCHEMA.example("withdrawn")).as(ProductState.class).name())
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"productId\": 1, \"vatPercentage\": 27, \"version\": 1}",
                "{\"productId\": 1, \"name\": \"x\", \"version\": 1}",
                "{\"productId\": 1, \"name\": \"x\", \"vatPercentage\": 101, \"version\": 1}",
                "{\"productId\": 1, \"name\": \"x\", \"vatPercentage\": -1, \"version\": 1}",
                "{\"productId\": 1, \"name\": \"x\", \"vatPercentage\": 0.001, \"version\": 1}",
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
