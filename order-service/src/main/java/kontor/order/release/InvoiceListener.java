package kontor.order.release;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.rejection.NotFound;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what invoice-service asks and does. */
@Component
class InvoiceListener {

    private static final String CONSUMER = "order.invoice";

    private final Inbox inbox;
    private final Releasing releasing;

    InvoiceListener(Inbox inbox, Releasing releasing) {
        this.inbox = inbox;
        this.releasing = releasing;
    }

    /** What is used of InvoiceRequested. */
    record Requested(long orderId, long requestId, UUID requestedBy) {}

    /** What is used of InvoiceIssued and InvoiceCancelled. */
    record Document(long orderId, long invoiceId) {}

    @KafkaListener(topics = "kontor.invoice.invoice.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    /** Locks in one order what the poll is about. */
    private void prepare(List<Message> messages) {
        releasing.prepare(messages.stream().map(InvoiceListener::idOf).collect(Collectors.toCollection(TreeSet::new)));
    }

    private void apply(Message message) {
        try {
            switch (message.type()) {
                case "kontor.invoice.invoice-requested.v1" -> {
                    Requested asked = message.as(Requested.class);
                    releasing.decide(of(message, asked.orderId()), asked.requestId(), asked.requestedBy());
                }
                case "kontor.invoice.invoice-issued.v1" -> {
                    Document issued = message.as(Document.class);
                    releasing.issued(of(message, issued.orderId()), issued.invoiceId());
                }
                case "kontor.invoice.invoice-cancelled.v1" -> {
                    Document cancelled = message.as(Document.class);
                    releasing.cancelled(of(message, cancelled.orderId()), cancelled.invoiceId());
                }
                default -> {} // other facts of this stream only move its version
            }
        } catch (NotFound e) {
            // Whoever bills has heard of the order from here, so this cannot be, nor ever become right.
            throw new MalformedRecord("There is no such order.", e);
        }
    }

    private static long idOf(Message message) {
        try {
            return Long.parseLong(message.key());
        } catch (NumberFormatException e) {
            throw new MalformedRecord("The key is no order id.", e);
        }
    }

    private static long of(Message message, long orderId) {
        if (orderId != idOf(message)) {
            throw new MalformedRecord("The body is not that of the key.", null);
        }
        return orderId;
    }
}
