package kontor.order.buying;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kontor.order.address.Address;
import kontor.order.purchase.PurchaseFact.Failure;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.rejection.NotFound;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears the catalog's answers to questions of purchases; orders share the topic and have a listener of their own. */
@Component
class ReservationListener {

    private static final String CONSUMER = "order.listing-reservation";
    private static final Pattern PURCHASE = Pattern.compile("purchase:([1-9][0-9]{0,17})");

    private final Inbox inbox;
    private final Reserving reserving;

    ReservationListener(Inbox inbox, Reserving reserving) {
        this.inbox = inbox;
        this.reserving = reserving;
    }

    /** What is used of ListingReserved. */
    record ListingReserved(long purchaseId, List<HeldLine> lines) {

        /** The sender of the first of these listings, which the catalog gives by their number. */
        Address shipFrom(long listingId) {
            return lines.stream()
                    .filter(line -> line.listingId() == listingId)
                    .findFirst()
                    .map(HeldLine::shipFrom)
                    .orElseThrow(() -> new MalformedRecord("The first listing is not among the held ones.", null));
        }
    }

    /** A held listing. */
    record HeldLine(long listingId, Address shipFrom) {}

    /** What is used of ListingRefused. */
    record ListingRefused(long purchaseId, List<Failure> lines) {}

    @KafkaListener(topics = "kontor.catalog.reservation.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    /** Locks in one order what the poll is about. */
    private void prepare(List<Message> messages) {
        reserving.prepare(messages.stream()
                .map(message -> PURCHASE.matcher(message.key()))
                .filter(Matcher::matches)
                .map(key -> Long.valueOf(key.group(1)))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private void apply(Message message) {
        try {
            switch (message.type()) {
                case "kontor.catalog.listing-reserved.v1" -> {
                    ListingReserved reserved = message.as(ListingReserved.class);
                    reserving.reserved(of(message, reserved.purchaseId()), reserved::shipFrom);
                }
                case "kontor.catalog.listing-refused.v1" -> {
                    ListingRefused refused = message.as(ListingRefused.class);
                    reserving.refused(of(message, refused.purchaseId()), refused.lines());
                }
                default -> {} // other facts of this stream only move its version
            }
        } catch (NotFound e) {
            throw new MalformedRecord("There is no such purchase.", e);
        }
    }

    private static long of(Message message, long purchaseId) {
        if (!message.key().equals("purchase:" + purchaseId)) {
            throw new MalformedRecord("The body is not that of the key.", null);
        }
        return purchaseId;
    }
}
