package kontor.catalog.stocktaking;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kontor.catalog.stocktaking.Stocktaken.Count;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from the ledger of stocktakings. */
@Component
class StocktakingListener {

    private static final String CONSUMER = "catalog.stocktaking";
    private static final String BOOKED = "kontor.ledger.stocktaking-booked.v1";
    private static final String CHANGED = "kontor.ledger.stocktaking-changed.v1";
    private static final int COUNT_MOST = 1_000_000;

    private final Inbox inbox;
    private final Stocktaking stocktaking;

    StocktakingListener(Inbox inbox, Stocktaking stocktaking) {
        this.inbox = inbox;
        this.stocktaking = stocktaking;
    }

    @KafkaListener(topics = "kontor.ledger.stocktaking.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    private void prepare(List<Message> messages) {
        stocktaking.prepare(messages.stream()
                .filter(message -> isAboutCounts(message.type()))
                .map(StocktakingListener::read)
                .toList());
    }

    private void apply(Message message) {
        if (isAboutCounts(message.type())) {
            stocktaking.follow(read(message));
        }
    }

    /** Other facts of the stream only move its version. */
    private static boolean isAboutCounts(String type) {
        return type.equals(BOOKED) || type.equals(CHANGED);
    }

    private static Stocktaken read(Message message) {
        Collection collection = message.as(Collection.class);
        return new Stocktaken(
                collection.stocktakingId(),
                collection.at(),
                collection.revoked(),
                message.type().equals(BOOKED),
                message.origin().isImported(),
                collection.lines().stream()
                        .map(line -> new Count(line.productId(), line.count(), line.keepActive()))
                        .toList());
    }

    /** What is used of both facts, which agree in it; a product counted twice makes the record a dead letter. */
    record Collection(long stocktakingId, Instant at, boolean revoked, List<Line> lines) {

        Collection {
            Objects.requireNonNull(at, "at");
            lines = List.copyOf(lines);
            if (lines.stream().map(Line::productId).distinct().count() < lines.size()) {
                throw new IllegalArgumentException("A product is counted twice.");
            }
        }
    }

    /** A count that cannot be makes the record a dead letter. */
    record Line(long productId, int count, boolean keepActive) {

        Line {
            if (count < 0 || count > COUNT_MOST) {
                throw new IllegalArgumentException("The count is none of 0 to " + COUNT_MOST + ".");
            }
        }
    }
}
