package kontor.catalog.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kontor.catalog.reservation.ReservationFact.Line;
import kontor.catalog.reservation.Restocking.Invoiced;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.platform.security.Caller;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of invoices; imported ones are history and move nothing (G-40). */
@Component
class InvoiceListener {

    private static final String CONSUMER = "catalog.restocking";
    private static final String ISSUED = "kontor.invoice.invoice-issued.v1";
    private static final String CANCELLED = "kontor.invoice.invoice-cancelled.v1";
    private static final int LINES_MOST = 100;
    private static final int AMOUNT_MOST = 10_000;

    private final Inbox inbox;
    private final Restocking restocking;

    InvoiceListener(Inbox inbox, Restocking restocking) {
        this.inbox = inbox;
        this.restocking = restocking;
    }

    /** Nobody waits for it, but its polls must not hold stocks for long that orders wait for. */
    @KafkaListener(
            topics = "kontor.invoice.invoice.v1",
            groupId = CONSUMER,
            properties = {"max.poll.records=100"})
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    private void prepare(List<Message> messages) {
        List<Invoiced> issued = new ArrayList<>();
        List<Invoiced> cancelled = new ArrayList<>();
        for (Message message : messages) {
            if (isNews(message, ISSUED)) {
                issued.add(message.as(Issued.class).invoiced());
            } else if (isNews(message, CANCELLED)) {
                cancelled.add(message.as(Cancelled.class).invoiced());
            }
        }
        restocking.prepare(issued, cancelled);
    }

    /** Other facts of the stream only move its version. */
    private void apply(Message message) {
        Origin.actor(Caller.SYSTEM);
        if (isNews(message, ISSUED)) {
            restocking.takeOut(message.as(Issued.class).invoiced());
        } else if (isNews(message, CANCELLED)) {
            restocking.takeBack(message.as(Cancelled.class).invoiced());
        }
    }

    private static boolean isNews(Message message, String type) {
        return message.type().equals(type) && !message.origin().isImported();
    }

    /** What is used of an invoice. */
    record Issued(long orderId, long invoiceId, Instant issuedAt, List<Item> items) {

        Issued {
            Objects.requireNonNull(issuedAt, "issuedAt");
            items = requireLines(items);
        }

        private Invoiced invoiced() {
            return new Invoiced(orderId, invoiceId, Item.lines(items), issuedAt);
        }
    }

    /** What is used of its cancellation. */
    record Cancelled(long orderId, long invoiceId, List<Item> lines, Document cancellation) {

        Cancelled {
            Objects.requireNonNull(cancellation, "cancellation");
            lines = requireLines(lines);
        }

        private Invoiced invoiced() {
            return new Invoiced(orderId, invoiceId, Item.lines(lines), cancellation.issuedAt);
        }

        /** The document that cancels. */
        record Document(Instant issuedAt) {

            Document {
                Objects.requireNonNull(issuedAt, "issuedAt");
            }
        }
    }

    /** A line; an amount that cannot be makes the record a dead letter. */
    record Item(long orderItemId, long productId, int amount) {

        Item {
            if (amount < 1 || amount > AMOUNT_MOST) {
                throw new IllegalArgumentException("The amount is none of 1 to " + AMOUNT_MOST + ".");
            }
        }

        private static List<Line> lines(List<Item> items) {
            return items.stream()
                    .map(item -> new Line(item.orderItemId, item.productId, item.amount))
                    .toList();
        }
    }

    private static List<Item> requireLines(List<Item> lines) {
        if (lines.isEmpty()
                || lines.size() > LINES_MOST
                || lines.stream().map(Item::orderItemId).distinct().count() < lines.size()) {
            throw new IllegalArgumentException("The lines are none of 1 to " + LINES_MOST + ", or one is there twice.");
        }
        return List.copyOf(lines);
    }
}
