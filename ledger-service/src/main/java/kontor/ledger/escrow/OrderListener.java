package kontor.ledger.escrow;

import java.util.List;
import java.util.Optional;
import kontor.ledger.escrow.MarketFact.AdjustmentRequested;
import kontor.ledger.escrow.MarketFact.PaymentRequested;
import kontor.ledger.escrow.MarketFact.PurchaseCancelled;
import kontor.ledger.escrow.MarketFact.PurchaseDone;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of purchases of the market, and answers their questions for money. */
@Component
class OrderListener {

    private static final String CONSUMER = "ledger.escrow";
    private static final String PAYMENT_REQUESTED = "kontor.order.purchase-payment-requested.v1";
    private static final String DONE = "kontor.order.purchase-done.v1";
    private static final String CANCELLED = "kontor.order.purchase-cancelled.v1";
    private static final String ADJUSTMENT_REQUESTED = "kontor.order.adjustment-requested.v1";

    private final Inbox inbox;
    private final Escrowing escrowing;

    OrderListener(Inbox inbox, Escrowing escrowing) {
        this.inbox = inbox;
        this.escrowing = escrowing;
    }

    /**
     * A buyer is waiting: takes what there is at once, and never so much that the first of a poll waits long for the
     * last, or shelf purchases for the accounts that a poll has locked.
     */
    @KafkaListener(
            topics = "kontor.order.market-purchase.v1",
            groupId = CONSUMER,
            properties = {"fetch.min.bytes=1", "max.poll.records=100"})
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    private void prepare(List<Message> messages) {
        escrowing.prepare(
                messages.stream().flatMap(message -> fact(message).stream()).toList());
    }

    /** What cannot have happened is not skipped: it waits among the dead letters, and its purchase with it. */
    private void apply(Message message) {
        fact(message).ifPresent(fact -> {
            if (!escrowing.follow(fact, message.at())) {
                throw new MalformedRecord("Nothing was paid for purchase " + fact.purchaseId() + ".", null);
            }
        });
    }

    /** Empty for facts that only move the version of the stream, which orders those of one purchase. */
    private static Optional<MarketFact> fact(Message message) {
        Optional<MarketFact> fact = read(message);
        if (fact.stream().anyMatch(told -> !message.key().equals(Long.toString(told.purchaseId())))) {
            throw new MalformedRecord("The body is not that of the key.", null);
        }
        return fact;
    }

    private static Optional<MarketFact> read(Message message) {
        return switch (message.type()) {
            case PAYMENT_REQUESTED -> Optional.of(message.as(PaymentRequested.class));
            case DONE -> Optional.of(message.as(PurchaseDone.class));
            case CANCELLED -> paid(message.as(PurchaseCancelled.class));
            case ADJUSTMENT_REQUESTED -> Optional.of(message.as(AdjustmentRequested.class));
            default -> Optional.empty();
        };
    }

    /** What was never paid needs nothing back. */
    private static Optional<MarketFact> paid(PurchaseCancelled cancelled) {
        return cancelled.wasPaid() ? Optional.of(cancelled) : Optional.empty();
    }
}
