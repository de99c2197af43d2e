package kontor.order.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.order.Messages;
import kontor.order.placing.CatalogListener.ReservationChanged;
import kontor.order.placing.CatalogListener.Reserved;
import kontor.order.placing.CatalogListener.StockRefused;
import kontor.platform.messaging.MalformedRecord;
import org.junit.jupiter.api.Test;

/** What the catalog answers, read from the examples of its contract. */
class CatalogListenerTests {

    @Test
    void readsWhatIsReserved() {
        assertThat(Messages.example("kontor.catalog.stock-reserved.v1")
                        .as(Reserved.class)
                        .orderId())
                .isEqualTo(301);
        assertThat(Messages.example("kontor.catalog.stock-reserved.v1", "untracked")
                        .as(Reserved.class)
                        .orderId())
                .isEqualTo(302);
    }

    @Test
    void readsWhatIsRefused() {
        StockRefused order = Messages.example("kontor.catalog.stock-refused.v1").as(StockRefused.class);
        StockRefused amount =
                Messages.example("kontor.catalog.stock-refused.v1", "amount").as(StockRefused.class);
        StockRefused before = Messages.example("kontor.catalog.stock-refused.v1", "cancelled-before")
                .as(StockRefused.class);

        assertThat(order.requestId()).isNull();
        assertThat(order.lines()).extracting(line -> line.code()).containsExactly("stock-short", "product-inactive");
        assertThat(amount.requestId()).isEqualTo(77);
        assertThat(before.lines()).isEmpty();
    }

    @Test
    void readsAnotherAmount() {
        assertThat(Messages.example("kontor.catalog.stock-reservation-changed.v1")
                        .as(ReservationChanged.class))
                .isEqualTo(new ReservationChanged(301, 77));
    }

    @Test
    void takesWhatCannotBeReadForMalformed() {
        assertThatThrownBy(() ->
                        Messages.of("{\"orderId\": 1, \"requestId\": null}").as(StockRefused.class))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() -> Messages.of("{\"orderId\": \"one\"}").as(Reserved.class))
                .isInstanceOf(MalformedRecord.class);
    }
}
