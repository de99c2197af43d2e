package kontor.support.object;

import java.util.List;
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
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        if (message.type().equals("kontor.ledger.shelf-purchase-made.v1")) {
            ShelfPurchase purchase = message.as(ShelfPurchase.class);
            index.keep(TargetType.SHELF_PURCHASE, purchase.purchaseId(), Audience.of(purchase.memberId()));
        }
    }
}
