package kontor.chat.context;

import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.store.SqlValues;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the copy of the listings in step with catalog-service: title and seller for H-2. */
@Component
class ListingListener {

    private static final String CONSUMER = "chat.listings";

    private final Inbox inbox;
    private final JdbcClient jdbc;

    ListingListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** The fields of a listing's state that are used. */
    record ListingState(
            long listingId, UUID sellerId, @Nullable String title, String status, long version) {}

    @KafkaListener(topics = "kontor.catalog.listings.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.newest(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        if (message.isTombstone()) {
            jdbc.sql("delete from known_listing where id = ?")
                    .param(idOf(message))
                    .update();
        } else {
            keep(message.as(ListingState.class));
        }
    }

    private static long idOf(Message message) {
        try {
            return Long.parseLong(message.key());
        } catch (NumberFormatException e) {
            throw new MalformedRecord("The key is no listing id.", e);
        }
    }

    private void keep(ListingState state) {
        jdbc.sql("""
                        insert into known_listing (id, seller_id, title, status, version) values (?, ?, ?, ?, ?)
                        on conflict (id) do update set seller_id = excluded.seller_id, title = excluded.title,
                            status = excluded.status, version = excluded.version
                        """)
                .params(SqlValues.of(
                        state.listingId(), state.sellerId(), state.title(), state.status(), state.version()))
                .update();
    }
}
