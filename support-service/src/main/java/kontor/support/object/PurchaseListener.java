package kontor.support.object;

import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from order-service who buys of whom. */
@Component
class PurchaseListener {

    private static final String CONSUMER = "support.purchases";

    private final Inbox inbox;
    private final ObjectIndex index;

    PurchaseListener(Inbox inbox, ObjectIndex index) {
        this.inbox = inbox;
        this.index = index;
    }

    /** What is used of PurchaseSubmitted and PurchaseRejected. */
    record Purchase(long purchaseId, UUID buyerId, UUID sellerId) {}

    @KafkaListener(
            topics = "kontor.order.market-purchase.v1",
            groupId = CONSUMER,
            properties = "${kontor.kafka.unhurried}")
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.order.purchase-submitted.v1" -> {
                Purchase purchase = message.as(Purchase.class);
                keep(purchase, Audience.of(purchase.buyerId(), purchase.sellerId()));
            }
            // A purchase that came to nothing is readable by its buyer alone (O-26).
            case "kontor.order.purchase-rejected.v1" -> {
                Purchase purchase = message.as(Purchase.class);
                keep(purchase, Audience.of(purchase.buyerId()));
            }
            default -> {} // other facts of this stream only move its version
        }
    }

    private void keep(Purchase purchase, Audience audience) {
        index.keep(TargetType.PURCHASE, purchase.purchaseId(), audience);
    }
}
