package kontor.support.object;

import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from catalog-service of the listings of members. */
@Component
class ListingListener {

    private static final String CONSUMER = "support.listings";

    private final Inbox inbox;
    private final ObjectIndex index;

    ListingListener(Inbox inbox, ObjectIndex index) {
        this.inbox = inbox;
        this.index = index;
    }

    /** What is used of a listing's state. */
    record ListingState(long listingId, UUID sellerId, Status status) {

        /** Whether it can be bought, seen by nobody but its seller, or over. */
        enum Status {
            DRAFT,
            ACTIVE,
            CLOSED
        }

        /** Drafts and what is over are their seller's alone. */
        Audience audience() {
            return status == Status.ACTIVE ? Audience.EVERYBODY : Audience.of(sellerId);
        }
    }

    @KafkaListener(topics = "kontor.catalog.listings.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.newest(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        if (message.isTombstone()) {
            index.remove(TargetType.LISTING, ObjectIndex.idOf(message.key()));
        } else {
            ListingState state = message.as(ListingState.class);
            index.keep(TargetType.LISTING, state.listingId(), state.audience());
        }
    }
}
