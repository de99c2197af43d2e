package kontor.ledger.product;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import kontor.platform.store.SqlValues;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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

    @KafkaListener(topics = "kontor.catalog.stock.v1", groupId = CONSUMER, properties = "${kontor.kafka.unhurried}")
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        SortedMap<Long, Integer> onHand = new TreeMap<>();
        inbox.inOrder(CONSUMER, poll, ignored -> begin(onHand), message -> apply(message, onHand));
    }

    /** Of many moves of a product in one transaction only the last leaves something to know. */
    private void begin(SortedMap<Long, Integer> onHand) {
        onHand.clear();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                keep(onHand);
            }
        });
    }

    private void apply(Message message, SortedMap<Long, Integer> onHand) {
        switch (message.type()) {
            case "kontor.catalog.stock-moved.v1" -> {
                StockMove move = message.as(StockMove.class);
                onHand.put(move.productId(), move.onHandAfter());
                follow(move);
            }
            case "kontor.catalog.stock-base-set.v1" -> {
                StockBase base = message.as(StockBase.class);
                onHand.put(base.productId(), base.onHandAfter());
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
    }

    private void keep(SortedMap<Long, Integer> onHand) {
        jdbc.sql("""
                        insert into known_stock (product_id, on_hand)
                        select s.product_id, s.on_hand
                        from unnest(cast(? as bigint[]), cast(? as int[])) s (product_id, on_hand)
                        on conflict (product_id) do update set on_hand = excluded.on_hand
                        """)
                .params(SqlValues.texts(onHand.keySet(), id -> id), SqlValues.texts(onHand.values(), pieces -> pieces))
                .update();
    }
}
