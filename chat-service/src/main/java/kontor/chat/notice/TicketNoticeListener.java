package kontor.chat.notice;

import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from support-service how tickets stand; their creator is told. */
@Component
class TicketNoticeListener {

    private static final String CONSUMER = "chat.ticket-notice";

    private final Inbox inbox;
    private final Notices notices;

    TicketNoticeListener(Inbox inbox, Notices notices) {
        this.inbox = inbox;
        this.notices = notices;
    }

    /** What is used of TicketOpened and TicketClosed. */
    record Ticket(long ticketId, UUID creatorId) {}

    /** What is used of TicketStatusChanged. */
    record Moved(long ticketId, UUID creatorId, String newStatus) {}

    @KafkaListener(topics = "kontor.support.ticket.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.support.ticket-opened.v1" -> tell(message.as(Ticket.class), "OPEN", message);
            case "kontor.support.ticket-closed.v1" -> tell(message.as(Ticket.class), "CLOSED", message);
            case "kontor.support.ticket-status-changed.v1" -> {
                Moved moved = message.as(Moved.class);
                tell(new Ticket(moved.ticketId(), moved.creatorId()), moved.newStatus(), message);
            }
            default -> {} // other facts of this stream only move its version
        }
    }

    private void tell(Ticket ticket, String status, Message message) {
        notices.tell(List.of(ticket.creatorId()), new Notice(Subject.TICKET, ticket.ticketId(), status, message.at()));
    }
}
