package kontor.chat.context;

import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import kontor.platform.store.SqlValues;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from order-service who the parties of a purchase are, once it is OPEN (H-3). */
@Component
class PurchaseListener {

    private static final String CONSUMER = "chat.purchases";

    private final Inbox inbox;
    private final JdbcClient jdbc;

    PurchaseListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** What is used of PurchaseOpened. */
    record Opened(long purchaseId, UUID buyerId, UUID sellerId) {}

    @KafkaListener(topics = "kontor.order.market-purchase.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.order.purchase-opened.v1" -> keep(message.as(Opened.class));
            default -> {} // other facts of this stream only move its version; its parties never change
        }
    }

    private void keep(Opened purchase) {
        jdbc.sql("""
                        insert into known_purchase (id, buyer_id, seller_id) values (?, ?, ?)
                        on conflict (id) do nothing
                        """)
                .params(SqlValues.of(purchase.purchaseId(), purchase.buyerId(), purchase.sellerId()))
                .update();
    }
}
