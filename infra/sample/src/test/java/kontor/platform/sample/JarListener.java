package kontor.platform.sample;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Writes down what it is told; a test can put trouble in its way. */
@Component
class JarListener {

    static final String ORDERS = "kontor.sample.order.v1";
    static final String SHELVES = "kontor.sample.shelves.v1";

    /** Trouble per key, thrown after the effect, so that only the rollback can undo it. */
    static final Map<String, Consumer<Message>> TROUBLE = new ConcurrentHashMap<>();

    private final Inbox inbox;
    private final JdbcClient jdbc;

    JarListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** What the listener needs of an order. */
    record Order(String word, List<Line> lines, @Nullable String note) {}

    /** A line of an order. */
    record Line(long amount) {}

    @KafkaListener(topics = Filling.JARS, groupId = "${kontor.service}.jars")
    public void onJar(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder("jars", poll, jar -> keep(jar, "filled"));
    }

    @KafkaListener(topics = ORDERS, groupId = "${kontor.service}.orders")
    public void onOrder(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder("orders", poll, order -> keep(order, order.as(Order.class).word()));
    }

    @KafkaListener(topics = SHELVES, groupId = "${kontor.service}.shelves")
    public void onShelf(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.newest("shelves", poll, shelf -> keep(shelf, shelf.isTombstone() ? "gone" : "there"));
    }

    private void keep(Message message, String word) {
        jdbc.sql("insert into effect (topic, key, version, event_id, actor_id, word) values (?, ?, ?, ?, ?, ?)")
                .params(
                        message.topic(),
                        message.key(),
                        message.version(),
                        message.id(),
                        message.origin().actorId(),
                        word)
                .update();
        TROUBLE.getOrDefault(message.key(), ignored -> {}).accept(message);
    }
}
