package kontor.order.settlement;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kontor.order.purchase.LockedPurchase.Action;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.rejection.NotFound;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears the ledger's answers to questions of purchases. */
@Component
class LedgerListener {

    private static final String CONSUMER = "order.escrow";
    private static final Pattern PURCHASE = Pattern.compile("[1-9][0-9]{0,17}");

    private final Inbox inbox;
    private final Settling settling;

    LedgerListener(Inbox inbox, Settling settling) {
        this.inbox = inbox;
        this.settling = settling;
    }

    /** What is used of EscrowFunded and EscrowRefused; without code it is funded. */
    record PaymentAnswered(
            long purchaseId, long requestId, @Nullable String code) {}

    /** What is used of AdjustmentBooked and AdjustmentRefused; without code it is booked. */
    record AdjustmentAnswered(
            long purchaseId, long adjustmentId, @Nullable String code) {}

    @KafkaListener(topics = "kontor.ledger.escrow.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    /** Locks in one order what the poll is about. */
    private void prepare(List<Message> messages) {
        settling.prepare(messages.stream()
                .map(Message::key)
                .filter(key -> PURCHASE.matcher(key).matches())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private void apply(Message message) {
        try {
            switch (message.type()) {
                case "kontor.ledger.escrow-funded.v1" -> payment(message, false);
                case "kontor.ledger.escrow-refused.v1" -> payment(message, true);
                case "kontor.ledger.adjustment-booked.v1" -> adjustment(message, false);
                case "kontor.ledger.adjustment-refused.v1" -> adjustment(message, true);
                default -> {} // what was released or returned only moves the version
            }
        } catch (NotFound e) {
            throw new MalformedRecord("There is no such purchase.", e);
        }
    }

    private void payment(Message message, boolean isRefused) {
        PaymentAnswered answer = message.as(PaymentAnswered.class);
        requireSame(message, answer.purchaseId(), isRefused, answer.code());
        settling.answered(answer.purchaseId(), Action.PAYMENT, answer.requestId(), answer.code());
    }

    private void adjustment(Message message, boolean isRefused) {
        AdjustmentAnswered answer = message.as(AdjustmentAnswered.class);
        requireSame(message, answer.purchaseId(), isRefused, answer.code());
        settling.answered(answer.purchaseId(), Action.ADJUSTMENT, answer.adjustmentId(), answer.code());
    }

    private static void requireSame(Message message, long purchaseId, boolean isRefused, @Nullable String code) {
        if (!message.key().equals(Long.toString(purchaseId))) {
            throw new MalformedRecord("The body is not that of the key.", null);
        }
        // A refusal without its code would be taken for a grant.
        if (isRefused != (code != null)) {
            throw new MalformedRecord("The code does not fit the type.", null);
        }
    }
}
