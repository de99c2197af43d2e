package kontor.ledger.product;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import kontor.platform.store.SqlValues;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Copies the stock and those of its moves that are no facts of the ledger itself (L-26, L-28). */
@Component
class StockListener {

    private static final String CONSUMER = "ledger.stock";

    /** SHELF and REPLENISHMENT are the ledger's own facts, which the balance counts by themselves. */
    private static final Set<String> OTHERS = Set.of("OPENING", "RETAIL_OUT", "RETAIL_BACK", "CORRECTION");

    private final Inbox inbox;
    private final JdbcClient jdbc;

    StockListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** What is used of a move. */
    record StockMove(long moveId, long productId, String kind, int delta, Instant at, int onHandAfter) {}

    /** What is used of a new base. */
    record StockBase(long productId, int onHandAfter) {}

    @KafkaListener(topics = "kontor.catalog.stock.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.catalog.stock-moved.v1" -> follow(message.as(StockMove.class));
            case "kontor.catalog.stock-base-set.v1" -> {
                StockBase base = message.as(StockBase.class);
                keep(base.productId(), base.onHandAfter());
            }
            default -> {} // other facts of this stream only move its version
        }
    }

    private void follow(StockMove move) {
        if (OTHERS.contains(move.kind())) {
            jdbc.sql("""
                            insert into known_stock_move (id, product_id, kind, delta, at) values (?, ?, ?, ?, ?)
                            on conflict (id) do nothing
                            """)
                    .params(SqlValues.of(move.moveId(), move.productId(), move.kind(), move.delta(), move.at()))
                    .update();
        }
        keep(move.productId(), move.onHandAfter());
    }

    private void keep(long productId, int onHand) {
        jdbc.sql("""
                        insert into known_stock (product_id, on_hand) values (?, ?)
                        on conflict (product_id) do update set on_hand = excluded.on_hand
                        """).params(productId, onHand).update();
    }
}
