package kontor.support.object;

import java.util.List;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from invoice-service whose invoices there are. */
@Component
class InvoiceListener {

    private static final String CONSUMER = "support.invoices";

    private final Inbox inbox;
    private final ObjectIndex index;

    InvoiceListener(Inbox inbox, ObjectIndex index) {
        this.inbox = inbox;
        this.index = index;
    }

    /** What is used of InvoiceIssued and CancelledInvoiceImported. */
    record Issued(long invoiceId, long customerId) {}

    /** What is used of InvoiceCancelled: the document that cancels is one of its own. */
    record Cancelled(long customerId, Document cancellation) {

        /** The document that cancels. */
        record Document(long invoiceId) {}
    }

    @KafkaListener(topics = "kontor.invoice.invoice.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.invoice.invoice-issued.v1", "kontor.invoice.cancelled-invoice-imported.v1" -> {
                Issued issued = message.as(Issued.class);
                keep(issued.invoiceId(), issued.customerId());
            }
            case "kontor.invoice.invoice-cancelled.v1" -> {
                Cancelled cancelled = message.as(Cancelled.class);
                keep(cancelled.cancellation().invoiceId(), cancelled.customerId());
            }
            default -> {} // other facts of this stream only move its version
        }
    }

    private void keep(long invoiceId, long customerId) {
        index.keep(TargetType.INVOICE, invoiceId, Audience.ofCustomer(customerId));
    }
}
