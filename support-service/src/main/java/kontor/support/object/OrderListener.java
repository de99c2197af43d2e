package kontor.support.object;

import java.util.List;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from order-service whose RETAIL orders there are. */
@Component
class OrderListener {

    private static final String CONSUMER = "support.orders";

    private final Inbox inbox;
    private final ObjectIndex index;

    OrderListener(Inbox inbox, ObjectIndex index) {
        this.inbox = inbox;
        this.index = index;
    }

    /** What is used of OrderSubmitted and OrderPlaced. */
    record Order(long orderId, long customerId) {}

    @KafkaListener(
            topics = "kontor.order.retail-order.v1",
            groupId = CONSUMER,
            properties = "${kontor.kafka.unhurried}")
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            // Imported orders were never submitted.
            case "kontor.order.order-submitted.v1", "kontor.order.order-placed.v1" -> keep(message.as(Order.class));
            default -> {} // other facts of this stream only move its version
        }
    }

    private void keep(Order order) {
        index.keep(TargetType.ORDER, order.orderId(), Audience.ofCustomer(order.customerId()));
    }
}
