package kontor.chat.support;

import java.util.List;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from support-service what becomes of tickets. */
@Component
class TicketListener {

    private static final String CONSUMER = "chat.tickets";

    private final Inbox inbox;
    private final TicketTalks talks;

    TicketListener(Inbox inbox, TicketTalks talks) {
        this.inbox = inbox;
        this.talks = talks;
    }

    @KafkaListener(topics = "kontor.support.ticket.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.support.ticket-opened.v1" -> talks.begin(message.as(Ticket.Opened.class));
            case "kontor.support.ticket-assigned.v1" -> talks.take(message.as(Ticket.Assignment.class));
            case "kontor.support.assignment-ended.v1" -> talks.end(message.as(Ticket.Assignment.class));
            case "kontor.support.ticket-closed.v1" -> talks.close(message.as(Ticket.Closed.class));
            default -> {} // other facts of this stream only move its version
        }
    }
}
