package kontor.order.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.order.Messages;
import kontor.order.product.ProductListener.ProductState;
import kontor.platform.messaging.MalformedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductListenerTests {

    private static final String TYPE = "kontor.catalog.products-state.v1";

    @Test
    void readsTheExamplesOfTheContract() {
        ProductState state = Messages.example(TYPE).as(ProductState.class);

        assertThat(state.productId()).isEqualTo(1051);
        assertThat(state.barcode()).isEqualTo("5990000010512");
        assertThat(state.priceMinor()).isEqualTo(249);
        assertThat(state.vatPercentage()).isEqualByComparingTo("27");
        assertThat(Messages.example(TYPE, "bare").as(ProductState.class).barcode())
                .isNull();
        assertThat(Messages.example(TYPE, "withdrawn").as(ProductState.class).withdrawn())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"productId\": 1, \"name\": \"x\"}",
                "{\"productId\": 1, \"name\": \"x\", \"vatPercentage\": 101}",
                "{\"productId\": 1, \"name\": \"x\", \"vatPercentage\": -1}",
            })
    void takesWhatCannotBeReadForMalformed(String body) {
        assertThatThrownBy(() -> Messages.of(body).as(ProductState.class)).isInstanceOf(MalformedRecord.class);
    }
}
