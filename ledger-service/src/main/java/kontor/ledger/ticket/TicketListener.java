package kontor.ledger.ticket;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from support-service who takes a ticket and who has it no longer. */
@Component
class TicketListener {

    private static final String CONSUMER = "ledger.ticket";

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private final Inbox inbox;
    private final JdbcClient jdbc;

    TicketListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** What is used of TicketAssigned and AssignmentEnded. */
    record Assignment(
            long ticketId,
            UUID staffId,
            @Nullable String targetType,
            @Nullable String targetId) {

        /** Of other things somebody else is the owner, and what is no number is nothing of ours either. */
        private boolean isOurs() {
            return "SHELF_PURCHASE".equals(targetType)
                    && targetId != null
                    && ID.matcher(targetId).matches();
        }
    }

    @KafkaListener(topics = "kontor.support.ticket.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        switch (message.type()) {
            case "kontor.support.ticket-assigned.v1" -> take(message.as(Assignment.class));
            case "kontor.support.assignment-ended.v1" -> end(message.as(Assignment.class));
            default -> {} // other facts of this stream only move its version
        }
    }

    /** One at a time has a ticket, so who takes it over replaces the other, whichever of both facts comes first. */
    private void take(Assignment assignment) {
        @Nullable String targetId = assignment.targetId();
        if (assignment.isOurs() && targetId != null) {
            jdbc.sql("""
                            insert into known_assignment (ticket_id, staff_id, shelf_purchase_id) values (?, ?, ?)
                            on conflict (ticket_id) do update set staff_id = excluded.staff_id
                            """)
                    .params(assignment.ticketId(), assignment.staffId(), Long.parseLong(targetId))
                    .update();
        }
    }

    private void end(Assignment assignment) {
        jdbc.sql("delete from known_assignment where ticket_id = ? and staff_id = ?")
                .params(assignment.ticketId(), assignment.staffId())
                .update();
    }
}
