package kontor.catalog.stock;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kontor.catalog.stock.Shelving.Switched;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of shelf purchases. */
@Component
class LedgerListener {

    private static final String CONSUMER = "catalog.stock";
    private static final String MADE = "kontor.ledger.shelf-purchase-made.v1";
    private static final String REAPPLIED = "kontor.ledger.shelf-purchase-reapplied.v1";
    private static final String REVOKED = "kontor.ledger.shelf-purchase-revoked.v1";
    private static final int AMOUNT_MOST = 10_000;

    private final Inbox inbox;
    private final Shelving shelving;

    LedgerListener(Inbox inbox, Shelving shelving) {
        this.inbox = inbox;
        this.shelving = shelving;
    }

    @KafkaListener(
            topics = "kontor.ledger.shelf-purchase.v1",
            groupId = CONSUMER,
            properties = "${kontor.kafka.unhurried}")
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        Turn turn = new Turn();
        inbox.inOrder(CONSUMER, poll, messages -> prepare(messages, turn), message -> apply(message, turn));
    }

    /** What one transaction has read and locked, so that it does neither a second time. */
    private static final class Turn {

        private final Map<UUID, ShelfPurchase> read = new HashMap<>();

        /** By product; empty for one that nobody counts. */
        private final Map<Long, Optional<Stock>> locked = new HashMap<>();
    }

    private void prepare(List<Message> messages, Turn turn) {
        turn.read.clear();
        messages.stream()
                .filter(message -> isAboutPieces(message.type()))
                .forEach(message -> turn.read.put(message.id(), message.as(ShelfPurchase.class)));
        turn.locked.clear();
        turn.locked.putAll(shelving.lock(
                turn.read.values().stream().map(ShelfPurchase::productId).collect(Collectors.toSet())));
    }

    private static boolean isAboutPieces(String type) {
        return type.equals(MADE) || type.equals(REAPPLIED) || type.equals(REVOKED);
    }

    private void apply(Message message, Turn turn) {
        // Other facts of this stream only move its version.
        if (isAboutPieces(message.type())) {
            @Nullable ShelfPurchase known = turn.read.get(message.id());
            // One that had to wait for the version before it is none of this poll.
            ShelfPurchase purchase = known == null ? message.as(ShelfPurchase.class) : known;
            Optional<Stock> stock = turn.locked.computeIfAbsent(
                    purchase.productId(), id -> shelving.lock(Set.of(id)).get(id));
            stock.ifPresent(counted -> shelving.follow(
                    counted,
                    purchase.switched(message.version(), !message.type().equals(REVOKED))));
        }
    }

    /** What is used of the three facts, which agree in it; an amount that cannot be makes the record a dead letter. */
    record ShelfPurchase(long purchaseId, long productId, int amount, Instant at) {

        ShelfPurchase {
            if (amount < 1 || amount > AMOUNT_MOST) {
                throw new IllegalArgumentException("The amount is none of 1 to " + AMOUNT_MOST + ".");
            }
            Objects.requireNonNull(at, "at");
        }

        private Switched switched(long version, boolean isTaken) {
            return new Switched(purchaseId, version, productId, amount, at, isTaken);
        }
    }
}
