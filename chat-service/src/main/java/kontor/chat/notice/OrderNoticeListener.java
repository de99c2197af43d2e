package kontor.chat.notice;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from order-service how orders and purchases stand. What an import tells is no news. */
@Component
class OrderNoticeListener {

    private static final String ORDERS = "chat.order-notice";
    private static final String PURCHASES = "chat.purchase-notice";

    private final Inbox inbox;
    private final Notices notices;

    OrderNoticeListener(Inbox inbox, Notices notices) {
        this.inbox = inbox;
        this.notices = notices;
    }

    /** What is used of the facts of an order. */
    record Order(long orderId, long customerId, String status) {}

    /** What is used of the facts of a purchase. */
    record Purchase(long purchaseId, UUID buyerId, UUID sellerId, String status) {}

    @KafkaListener(topics = "kontor.order.retail-order.v1", groupId = ORDERS)
    public void onOrder(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(ORDERS, poll, ifNew(this::applyOrder));
    }

    @KafkaListener(topics = "kontor.order.market-purchase.v1", groupId = PURCHASES)
    public void onPurchase(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(PURCHASES, poll, ifNew(this::applyPurchase));
    }

    private static Consumer<Message> ifNew(Consumer<Message> effect) {
        return message -> {
            if (!message.origin().isImported()) {
                effect.accept(message);
            }
        };
    }

    private void applyOrder(Message message) {
        switch (message.type()) {
            case "kontor.order.order-placed.v1",
                    "kontor.order.order-rejected.v1",
                    "kontor.order.order-status-changed.v1",
                    "kontor.order.order-cancelled.v1" -> {
                Order order = message.as(Order.class);
                notices.tellCustomer(
                        order.customerId(), new Notice(Subject.ORDER, order.orderId(), order.status(), message.at()));
            }
            default -> {} // other facts of this stream only move its version
        }
    }

    private void applyPurchase(Message message) {
        switch (message.type()) {
            case "kontor.order.purchase-opened.v1",
                    "kontor.order.purchase-paid.v1",
                    "kontor.order.purchase-shipped.v1",
                    "kontor.order.purchase-done.v1",
                    "kontor.order.purchase-cancelled.v1" -> {
                Purchase purchase = message.as(Purchase.class);
                tell(List.of(purchase.buyerId(), purchase.sellerId()), purchase, message);
            }
            // To its seller a rejected purchase does not exist (O-26).
            case "kontor.order.purchase-rejected.v1" -> {
                Purchase purchase = message.as(Purchase.class);
                tell(List.of(purchase.buyerId()), purchase, message);
            }
            default -> {} // other facts of this stream only move its version
        }
    }

    private void tell(List<UUID> members, Purchase purchase, Message message) {
        notices.tell(members, new Notice(Subject.PURCHASE, purchase.purchaseId(), purchase.status(), message.at()));
    }
}
