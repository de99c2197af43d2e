package kontor.invoice.order;

import java.util.List;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the copy of the orders by the facts of order-service, and hands its answers on. */
@Component
class OrderListener {

    private static final String CONSUMER = "invoice.orders";

    private final Inbox inbox;
    private final KnownOrders orders;
    private final ApplicationEventPublisher events;

    OrderListener(Inbox inbox, KnownOrders orders, ApplicationEventPublisher events) {
        this.inbox = inbox;
        this.orders = orders;
        this.events = events;
    }

    /** What a release says beside the order. */
    record Release(@Nullable Long requestId) {}

    /** Why a request is refused. */
    record Refusal(long orderId, long requestId, String code) {}

    @KafkaListener(topics = "kontor.order.retail-order.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.order.order-submitted.v1",
                    "kontor.order.order-placed.v1",
                    "kontor.order.order-rejected.v1",
                    "kontor.order.order-status-changed.v1",
                    "kontor.order.order-item-changed.v1",
                    "kontor.order.order-item-amount-requested.v1",
                    "kontor.order.order-cancelled.v1" -> keep(message);
            case "kontor.order.order-released-for-invoice.v1" -> {
                long orderId = keep(message);
                events.publishEvent(
                        new OrderReleased(orderId, message.as(Release.class).requestId()));
            }
            case "kontor.order.invoice-request-refused.v1" -> {
                Refusal refusal = message.as(Refusal.class);
                events.publishEvent(new RequestRefused(refusal.orderId(), refusal.requestId(), refusal.code()));
            }
            default -> {} // other facts of this stream only move its version
        }
    }

    private long keep(Message message) {
        KnownOrder order = message.as(KnownOrder.class);
        if (!Long.toString(order.orderId()).equals(message.key())) {
            throw new MalformedRecord("The body is not that of the key.", null);
        }
        orders.keep(order);
        return order.orderId();
    }
}
