package kontor.reporting.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kontor.reporting.Topics;
import kontor.reporting.figure.Mismatch;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrdersTests {

    private static final String ORDER = "kontor.order.retail-order.v1";
    private static final String STOCK = "kontor.catalog.reservation.v1";
    private static final String INVOICE = "kontor.invoice.invoice.v1";

    private final Topics topics = Topics.of(new Orders(Topics.UTC));

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void hasInTheBookWhatIsOrderedAndNotInvoiced() {
        tell("order-submitted", 1);
        assertThat(topics.rows(Orders.BOOK)).isEmpty();

        tell("order-placed", 2);
        assertThat(topics.rows(Orders.BOOK))
                .contains(Map.of("status", "NEW", "productId", "1051", "pieces", 3L, "netMinor", 1230L))
                .hasSize(3);

        topics.tell(Fact.example(INVOICE, "kontor.invoice.invoice-issued.v1", 301, 1));
        assertThat(topics.rows(Orders.BOOK)).isEmpty();

        topics.tell(Fact.example(INVOICE, "kontor.invoice.invoice-cancelled.v1", 301, 2));
        assertThat(topics.rows(Orders.BOOK)).hasSize(3);
    }

    @Test
    void countsNoLineOfACancelledOrder() {
        tell("order-placed", 1);
        tell("order-cancelled", 2);

        assertThat(topics.rows(Orders.PER_STATUS))
                .containsExactly(Map.of("status", "CANCELLED", "orders", 1L, "lines", 0L, "netMinor", 0L));
        assertThat(topics.rows(Orders.BOOK)).isEmpty();
    }

    @Test
    void namesAnInvoiceThatIsNotOfWhatWasOrdered() {
        tell("order-placed", 1);
        String type = "kontor.invoice.invoice-issued.v1";
        topics.tell(Fact.of(
                INVOICE,
                type,
                301,
                1,
                EventSchema.of(type).example().replace("\"netMinor\": 2525", "\"netMinor\": 2526")));

        assertThat(topics.rows(Mismatch.FIGURE))
                .containsExactly(
                        Map.of("check", "retail-order", "id", "301", "number", 1L, "expected", 2525L, "found", 2526L));
    }

    @Test
    void namesPiecesThatAreHeldForNobody() {
        topics.tell(Fact.example(STOCK, "kontor.catalog.stock-reserved.v1", "order:301", 1));
        assertThat(topics.rows(Mismatch.FIGURE)).hasSize(2);

        tell("order-placed", 1);
        assertThat(topics.rows(Mismatch.FIGURE)).isEmpty();

        tell("order-cancelled", 2);
        assertThat(topics.rows(Mismatch.FIGURE)).hasSize(2);

        topics.tell(Fact.example(STOCK, "kontor.catalog.stock-released.v1", "order:301", 2));
        assertThat(topics.rows(Mismatch.FIGURE)).isEmpty();
    }

    private void tell(String event, long sequence) {
        topics.tell(Fact.example(ORDER, "kontor.order.%s.v1".formatted(event), 301, sequence));
    }
}
