package kontor.catalog.deal;

import java.util.ArrayList;
import java.util.List;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.platform.security.Caller;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of market purchases, and answers their questions for listings. */
@Component
class PurchaseListener {

    private static final String CONSUMER = "catalog.deal";
    private static final String SUBMITTED = "kontor.order.purchase-submitted.v1";
    private static final String REJECTED = "kontor.order.purchase-rejected.v1";
    private static final String CANCELLED = "kontor.order.purchase-cancelled.v1";
    private static final String SHIPPED = "kontor.order.purchase-shipped.v1";

    private final Inbox inbox;
    private final Dealing dealing;

    PurchaseListener(Inbox inbox, Dealing dealing) {
        this.inbox = inbox;
        this.dealing = dealing;
    }

    /** A buyer is waiting: takes what there is at once, never so much that the first of a poll waits for the last. */
    @KafkaListener(
            topics = "kontor.order.market-purchase.v1",
            groupId = CONSUMER,
            properties = {"fetch.min.bytes=1", "max.poll.records=100"})
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    private void prepare(List<Message> messages) {
        List<Purchase> deciding = new ArrayList<>();
        List<Purchase> shipped = new ArrayList<>();
        for (Message message : messages) {
            switch (message.type()) {
                case SUBMITTED, REJECTED, CANCELLED -> deciding.add(purchase(message));
                case SHIPPED -> shipped.add(purchase(message));
                default -> {} // other facts of this stream only move its version
            }
        }
        dealing.prepare(deciding, shipped);
    }

    /** Reservations are the System's doing, whoever bought (section 3). */
    private void apply(Message message) {
        Origin.actor(Caller.SYSTEM);
        switch (message.type()) {
            case SUBMITTED -> dealing.decide(purchase(message));
            case REJECTED, CANCELLED -> dealing.end(purchase(message), message.at());
            case SHIPPED -> dealing.ship(purchase(message), message.at());
            default -> {} // as above
        }
    }

    private static Purchase purchase(Message message) {
        return message.as(Purchase.class);
    }
}
