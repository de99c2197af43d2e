package kontor.catalog.replenishment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kontor.catalog.replenishment.Replenished.Told;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from the ledger of replenishments. */
@Component
class ReplenishmentListener {

    private static final String CONSUMER = "catalog.replenishment";
    private static final String BOOKED = "kontor.ledger.replenishment-booked.v1";
    private static final String CHANGED = "kontor.ledger.replenishment-changed.v1";

    private static final int AMOUNT_MOST = 10_000;

    private final Inbox inbox;
    private final Replenishing replenishing;

    ReplenishmentListener(Inbox inbox, Replenishing replenishing) {
        this.inbox = inbox;
        this.replenishing = replenishing;
    }

    @KafkaListener(topics = "kontor.ledger.replenishment.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    private void prepare(List<Message> messages) {
        replenishing.prepare(messages.stream()
                .filter(message -> isAboutPieces(message.type()))
                .map(ReplenishmentListener::read)
                .toList());
    }

    private void apply(Message message) {
        if (isAboutPieces(message.type())) {
            replenishing.follow(read(message));
        }
    }

    /** Other facts of the stream only move its version. */
    private static boolean isAboutPieces(String type) {
        return type.equals(BOOKED) || type.equals(CHANGED);
    }

    private static Replenished read(Message message) {
        Collection collection = message.as(Collection.class);
        return new Replenished(
                collection.collectionId(),
                collection.at(),
                collection.revoked(),
                message.type().equals(BOOKED),
                message.origin().isImported(),
                collection.lines().stream()
                        .map(line -> new Told(line.replenishmentId(), line.productId(), line.amount(), line.revoked()))
                        .toList());
    }

    /** What is used of both facts, which agree in it. */
    record Collection(long collectionId, Instant at, boolean revoked, List<Line> lines) {

        Collection {
            Objects.requireNonNull(at, "at");
            lines = List.copyOf(lines);
        }
    }

    /** An amount that cannot be makes the record a dead letter. */
    record Line(long replenishmentId, long productId, int amount, boolean revoked) {

        Line {
            if (amount < 1 || amount > AMOUNT_MOST) {
                throw new IllegalArgumentException("The amount is none of 1 to " + AMOUNT_MOST + ".");
            }
        }
    }
}
