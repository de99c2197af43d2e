package kontor.catalog.demand;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears of orders that were accepted, imported ones among them. Apart from what reserves for them, because nobody waits
 * for this: it locks products, which a bulk change may hold for a while.
 */
@Component
class PlacementListener {

    private static final String CONSUMER = "catalog.demand";
    private static final String PLACED = "kontor.order.order-placed.v1";

    private final Inbox inbox;
    private final Demand demand;

    PlacementListener(Inbox inbox, Demand demand) {
        this.inbox = inbox;
        this.demand = demand;
    }

    @KafkaListener(
            topics = "kontor.order.retail-order.v1",
            groupId = CONSUMER,
            properties = "${kontor.kafka.unhurried}")
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    private void prepare(List<Message> messages) {
        demand.lock(messages.stream()
                .filter(message -> message.type().equals(PLACED))
                .flatMap(message -> message.as(Placed.class).productIds().stream())
                .toList());
    }

    private void apply(Message message) {
        if (message.type().equals(PLACED)) {
            Placed placed = message.as(Placed.class);
            demand.note(placed.productIds(), placed.placedAt());
        }
    }

    /** What is used of it; other facts of the stream only move its version. */
    record Placed(Instant placedAt, List<Item> items) {

        Placed {
            Objects.requireNonNull(placedAt, "placedAt");
            items = List.copyOf(items);
        }

        List<Long> productIds() {
            return items.stream().map(Item::productId).toList();
        }

        record Item(long productId) {}
    }
}
