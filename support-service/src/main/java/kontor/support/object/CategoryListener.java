package kontor.support.object;

import java.util.List;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from catalog-service which categories there are. */
@Component
class CategoryListener {

    private static final String CONSUMER = "support.categories";

    private final Inbox inbox;
    private final ObjectIndex index;

    CategoryListener(Inbox inbox, ObjectIndex index) {
        this.inbox = inbox;
        this.index = index;
    }

    /** What is used of CategoryCreated and CategoryDeleted. */
    record Category(long categoryId) {}

    @KafkaListener(topics = "kontor.catalog.category.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.catalog.category-created.v1" ->
                index.keep(TargetType.CATEGORY, message.as(Category.class).categoryId(), Audience.EVERYBODY);
            case "kontor.catalog.category-deleted.v1" ->
                index.remove(TargetType.CATEGORY, message.as(Category.class).categoryId());
            default -> {} // other facts of this stream only move its version
        }
    }
}
