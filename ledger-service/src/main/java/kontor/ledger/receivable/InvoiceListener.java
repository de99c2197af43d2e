package kontor.ledger.receivable;

import java.time.Instant;
import java.util.List;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of invoices. What another shop had issued before it was taken over posts nothing (G-42). */
@Component
class InvoiceListener {

    private static final String CONSUMER = "ledger.receivable";
    private static final String ISSUED = "kontor.invoice.invoice-issued.v1";
    private static final String CANCELLED = "kontor.invoice.invoice-cancelled.v1";

    private final Inbox inbox;
    private final Invoicing invoicing;

    InvoiceListener(Inbox inbox, Invoicing invoicing) {
        this.inbox = inbox;
        this.invoicing = invoicing;
    }

    /** What is used of InvoiceCancelled: the books say themselves what is to be reversed. */
    record CancelledInvoice(long invoiceId, Cancellation cancellation) {

        /** The cancelling document. */
        record Cancellation(Instant issuedAt) {}
    }

    @KafkaListener(topics = "kontor.invoice.invoice.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    private void prepare(List<Message> messages) {
        invoicing.prepare(messages.stream()
                .filter(InvoiceListener::isIssuedHere)
                .map(message -> message.as(IssuedInvoice.class))
                .toList());
    }

    private void apply(Message message) {
        if (isIssuedHere(message)) {
            invoicing.open(message.as(IssuedInvoice.class), message.at());
        } else if (message.type().equals(CANCELLED)) {
            CancelledInvoice cancelled = message.as(CancelledInvoice.class);
            invoicing.close(cancelled.invoiceId(), cancelled.cancellation().issuedAt(), message.at());
        }
        // Other facts of this stream only move its version.
    }

    private static boolean isIssuedHere(Message message) {
        return message.type().equals(ISSUED) && !message.origin().isImported();
    }
}
