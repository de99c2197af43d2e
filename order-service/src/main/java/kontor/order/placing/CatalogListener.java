package kontor.order.placing;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kontor.order.order.OrderFact.Refused;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.rejection.NotFound;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears the catalog's answers to questions of orders. */
@Component
class CatalogListener {

    private static final String CONSUMER = "order.reservation";
    private static final Pattern ORDER = Pattern.compile("order:([1-9][0-9]{0,17})");

    private final Inbox inbox;
    private final Deciding deciding;

    CatalogListener(Inbox inbox, Deciding deciding) {
        this.inbox = inbox;
        this.deciding = deciding;
    }

    /** What is used of StockReserved. */
    record Reserved(long orderId) {}

    /** What is used of StockRefused; the request is null if the order itself was asked for. */
    record StockRefused(long orderId, @Nullable Long requestId, List<Refused> lines) {}

    /** What is used of StockReservationChanged. */
    record ReservationChanged(long orderId, long requestId) {}

    @KafkaListener(topics = "kontor.catalog.reservation.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::prepare, this::apply);
    }

    /** Locks in one order what the poll is about; market purchases share the topic. */
    private void prepare(List<Message> messages) {
        deciding.prepare(messages.stream()
                .map(message -> ORDER.matcher(message.key()))
                .filter(Matcher::matches)
                .map(key -> Long.valueOf(key.group(1)))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private void apply(Message message) {
        try {
            switch (message.type()) {
                case "kontor.catalog.stock-reserved.v1" -> {
                    Reserved reserved = message.as(Reserved.class);
                    deciding.reserved(of(message, reserved.orderId()));
                }
                case "kontor.catalog.stock-refused.v1" -> refused(message, message.as(StockRefused.class));
                case "kontor.catalog.stock-reservation-changed.v1" -> {
                    ReservationChanged changed = message.as(ReservationChanged.class);
                    deciding.answered(of(message, changed.orderId()), changed.requestId(), null);
                }
                default -> {} // other facts of this stream only move its version
            }
        } catch (NotFound e) {
            throw new MalformedRecord("There is no such order.", e);
        }
    }

    private void refused(Message message, StockRefused refused) {
        long orderId = of(message, refused.orderId());
        @Nullable Long requestId = refused.requestId();
        if (requestId == null) {
            deciding.refused(orderId, refused.lines());
        } else {
            String code = refused.lines().isEmpty()
                    ? "stock-short"
                    : refused.lines().getFirst().code();
            deciding.answered(orderId, requestId, code);
        }
    }

    private static long of(Message message, long orderId) {
        if (!message.key().equals("order:" + orderId)) {
            throw new MalformedRecord("The body is not that of the key.", null);
        }
        return orderId;
    }
}
