package kontor.support.object;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from ledger-service who took what off the shelf. */
@Component
class ShelfPurchaseListener {

    private static final String CONSUMER = "support.shelf-purchases";

    private final Inbox inbox;
    private final ObjectIndex index;

    ShelfPurchaseListener(Inbox inbox, ObjectIndex index) {
        this.inbox = inbox;
        this.index = index;
    }

    /** What is used of ShelfPurchaseMade. */
    record ShelfPurchase(long purchaseId, UUID memberId) {}

    @KafkaListener(
            topics = "kontor.ledger.shelf-purchase.v1",
            groupId = CONSUMER,
            properties = "${kontor.kafka.unhurried}")
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        // A purchase is nobody else's ever, so all of a poll are kept at once, whether their turn has come or not.
        inbox.inOrder(CONSUMER, poll, this::keep, ignored -> {});
    }

    private void keep(List<Message> messages) {
        Map<Long, UUID> buyers = new HashMap<>();
        for (Message message : messages) {
            if (message.type().equals("kontor.ledger.shelf-purchase-made.v1")) {
                ShelfPurchase purchase = message.as(ShelfPurchase.class);
                buyers.put(purchase.purchaseId(), purchase.memberId());
            }
        }
        index.keep(TargetType.SHELF_PURCHASE, buyers);
    }
}
