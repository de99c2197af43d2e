package kontor.invoice.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kontor.invoice.order.OrderListener.Refusal;
import kontor.invoice.order.OrderListener.Release;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the contracts can be read. */
class OrderListenerTests {

    private static final EventSchema RELEASE = EventSchema.of("kontor.order.order-released-for-invoice.v1");

    @ParameterizedTest
    @CsvSource({
        "order-submitted",
        "order-placed",
        "order-rejected",
        "order-status-changed",
        "order-item-changed",
        "order-item-amount-requested",
        "order-cancelled",
        "order-released-for-invoice",
    })
    void readsAnOrder(String type) {
        KnownOrder order = message(
                        EventSchema.of("kontor.order.%s.v1".formatted(type)).example())
                .as(KnownOrder.class);

        assertThat(order.orderId()).isEqualTo(301);
        assertThat(order.customerId()).isEqualTo(202);
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-05-11T09:12:44.120001Z"));
        assertThat(order.paymentMethod()).isEqualTo("Wire transfer 15");
        assertThat(order.deadlineDays()).isEqualTo(15);
        assertThat(order.meansCode()).isEqualTo("30");
        assertThat(order.shipTo().city()).isEqualTo("Budapest");
        assertThat(order.items()).hasSize(3);
        assertThat(order.items().getFirst().orderItemId()).isEqualTo(9001);
    }

    @Test
    void readsTheReleaseAndTheRefusal() {
        assertThat(message(RELEASE.example()).as(Release.class).requestId()).isNull();
        assertThat(message(RELEASE.example("requested")).as(Release.class).requestId())
                .isEqualTo(51);
        assertThat(message(RELEASE.example()).as(KnownOrder.class).deliveredAt())
                .isEqualTo(Instant.parse("2026-05-14T13:00:00Z"));
        assertThat(message(EventSchema.of("kontor.order.invoice-request-refused.v1")
                                .example())
                        .as(Refusal.class))
                .isEqualTo(new Refusal(301, 51, "order-not-ready"));
    }

    @Test
    void leavesCancelledItemsOut() {
        KnownOrder cancelled = message(
                        EventSchema.of("kontor.order.order-cancelled.v1").example())
                .as(KnownOrder.class);

        assertThat(cancelled.liveItems()).isEmpty();
        assertThat(message(RELEASE.example()).as(KnownOrder.class).liveItems()).hasSize(3);
    }

    @Test
    void takesWhatCannotBeReadForMalformed() {
        assertThatThrownBy(() -> message(RELEASE.example().replace("\"shipTo\"", "\"shipped\""))
                        .as(KnownOrder.class))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() -> message(RELEASE.example().replace("\"amount\": 3", "\"amount\": \"x\""))
                        .as(KnownOrder.class))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() -> message("{\"orderId\": 1}").as(Refusal.class)).isInstanceOf(MalformedRecord.class);
    }

    private static Message message(String body) {
        return new Message(
                "kontor.order.retail-order.v1",
                UUID.randomUUID(),
                "kontor.order.order-placed.v1",
                "301",
                6,
                Instant.EPOCH,
                new Origin(new UUID(0, 1), "correlation", false),
                null,
                body);
    }
}
