package kontor.chat.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kontor.chat.notice.OrderNoticeListener.Order;
import kontor.chat.notice.OrderNoticeListener.Purchase;
import kontor.chat.notice.TicketNoticeListener.Moved;
import kontor.chat.notice.TicketNoticeListener.Ticket;
import kontor.platform.messaging.EventJson;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other services tell, read from the examples of their contracts. */
class NoticeListenerTests {

    private static final UUID CREATOR = UUID.fromString("0199c0de-0002-7000-8000-0000000000b1");

    private static <T> T read(String type, Class<T> as) {
        return EventJson.read(EventSchema.of("kontor." + type + ".v1").example(), as);
    }

    @ParameterizedTest
    @CsvSource({
        "order-placed, NEW",
        "order-rejected, REJECTED",
        "order-cancelled, CANCELLED",
    })
    void readsHowAnOrderStands(String type, String status) {
        Order order = read("order." + type, Order.class);

        assertThat(order.status()).isEqualTo(status);
        assertThat(order.orderId()).isPositive();
        assertThat(order.customerId()).isPositive();
    }

    @Test
    void readsThatAnOrderMoved() {
        assertThat(read("order.order-status-changed", Order.class).status()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "purchase-opened, OPEN",
        "purchase-paid, PAID",
        "purchase-shipped, SHIPPED",
        "purchase-done, DONE",
        "purchase-cancelled, CANCELLED",
        "purchase-rejected, REJECTED",
    })
    void readsHowAPurchaseStands(String type, String status) {
        Purchase purchase = read("order." + type, Purchase.class);

        assertThat(purchase.status()).isEqualTo(status);
        assertThat(purchase.purchaseId()).isPositive();
        assertThat(purchase.buyerId()).isNotEqualTo(purchase.sellerId());
    }

    @Test
    void readsHowATicketStands() {
        assertThat(read("support.ticket-opened", Ticket.class)).isEqualTo(new Ticket(71, CREATOR));
        assertThat(read("support.ticket-status-changed", Moved.class)).isEqualTo(new Moved(71, CREATOR, "SOLVED"));
        assertThat(read("support.ticket-closed", Ticket.class)).isEqualTo(new Ticket(71, CREATOR));
    }
}
