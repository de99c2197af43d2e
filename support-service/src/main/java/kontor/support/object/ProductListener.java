package kontor.support.object;

import java.util.List;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from catalog-service which products there are. */
@Component
class ProductListener {

    private static final String CONSUMER = "support.products";

    private final Inbox inbox;
    private final ObjectIndex index;

    ProductListener(Inbox inbox, ObjectIndex index) {
        this.inbox = inbox;
        this.index = index;
    }

    /** What is used of a product's state. */
    record ProductState(long productId, boolean withdrawn) {}

    @KafkaListener(topics = "kontor.catalog.products.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.newest(CONSUMER, poll, this::apply);
    }

    /** What is withdrawn is hidden everywhere (C-8). */
    private void apply(Message message) {
        if (message.isTombstone() || message.as(ProductState.class).withdrawn()) {
            index.remove(TargetType.PRODUCT, ObjectIndex.idOf(message.key()));
        } else {
            index.keep(TargetType.PRODUCT, message.as(ProductState.class).productId(), Audience.EVERYBODY);
        }
    }
}
