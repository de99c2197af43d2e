package kontor.ledger.product;

import java.time.Instant;
import java.util.List;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import kontor.platform.store.SqlValues;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Copies the price history of the goods (L-27). */
@Component
class PriceListener {

    private static final String CONSUMER = "ledger.prices";

    private final Inbox inbox;
    private final JdbcClient jdbc;

    PriceListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** What is used of a price row. */
    record PriceRow(long priceId, long productId, long newPriceMinor, Instant validFrom) {}

    @KafkaListener(topics = "kontor.catalog.product.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.catalog.price-changed.v1" -> keep(message.as(PriceRow.class));
            default -> {} // other facts of this stream only move its version
        }
    }

    /** Rows of a source never change, so one that is there is the same. */
    private void keep(PriceRow row) {
        jdbc.sql("""
                        insert into known_price (id, product_id, amount_minor, valid_from) values (?, ?, ?, ?)
                        on conflict (id) do nothing
                        """)
                .params(SqlValues.of(row.priceId(), row.productId(), row.newPriceMinor(), row.validFrom()))
                .update();
    }
}
