package kontor.catalog.reservation;

import java.util.ArrayList;
import java.util.List;
import kontor.catalog.reservation.RetailOrder.AmountAsked;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.platform.security.Caller;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of retail orders, and answers their questions for stock. */
@Component
class RetailOrderListener {

    private static final String CONSUMER = "catalog.reservation";
    private static final String SUBMITTED = "kontor.order.order-submitted.v1";
    private static final String AMOUNT_REQUESTED = "kontor.order.order-item-amount-requested.v1";
    private static final String REJECTED = "kontor.order.order-rejected.v1";
    private static final String CANCELLED = "kontor.order.order-cancelled.v1";
    private static final String STATUS_CHANGED = "kontor.order.order-status-changed.v1";
    private static final String ITEM_CHANGED = "kontor.order.order-item-changed.v1";

    private final Inbox inbox;
    private final Reserving reserving;
    private final Amending amending;

    RetailOrderListener(Inbox inbox, Reserving reserving, Amending amending) {
        this.inbox = inbox;
        this.reserving = reserving;
        this.amending = amending;
    }

    /**
     * A buyer is waiting: takes what there is at once, and never so much that the first of a poll waits long for the
     * last, or shelf purchases for the stocks that a poll has locked.
     */
    @KafkaListener(
            topics = "kontor.order.retail-order.v1",
            groupId = CONSUMER,
            properties = {"fetch.min.bytes=1", "max.poll.records=100"})
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    private void prepare(List<Message> messages) {
        List<RetailOrder> asking = new ArrayList<>();
        List<RetailOrder> ending = new ArrayList<>();
        List<RetailOrder> moving = new ArrayList<>();
        for (Message message : messages) {
            switch (message.type()) {
                case SUBMITTED, AMOUNT_REQUESTED -> asking.add(order(message));
                case REJECTED, CANCELLED -> ending.add(order(message));
                case STATUS_CHANGED, ITEM_CHANGED -> moving.add(order(message));
                default -> {} // other facts of this stream only move its version
            }
        }
        reserving.prepare(asking, ending, moving);
    }

    /** Reservations are the System's doing, whoever ordered (section 3). */
    private void apply(Message message) {
        Origin.actor(Caller.SYSTEM);
        switch (message.type()) {
            case SUBMITTED -> reserving.decide(order(message));
            case AMOUNT_REQUESTED -> amending.change(message.as(AmountAsked.class));
            case REJECTED, CANCELLED -> reserving.end(order(message), message.at());
            case STATUS_CHANGED, ITEM_CHANGED -> reserving.follow(order(message), message.at());
            default -> {} // as above
        }
    }

    private static RetailOrder order(Message message) {
        return message.as(RetailOrder.class);
    }
}
