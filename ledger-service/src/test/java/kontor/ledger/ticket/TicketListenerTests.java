package kontor.ledger.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import kontor.ledger.ticket.TicketListener.Assignment;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What support-service tells, read from the examples of its contract. */
class TicketListenerTests {

    @ParameterizedTest
    @ValueSource(strings = {"kontor.support.ticket-assigned.v1", "kontor.support.assignment-ended.v1"})
    void readsWhoTakesATicketAndWhoHasItNoLonger(String type) {
        Message message = new Message(
                "kontor.support.ticket.v1",
                UUID.randomUUID(),
                type,
                "71",
                1,
                Instant.EPOCH,
                new Origin(new UUID(0, 1), "correlation", false),
                null,
                EventSchema.of(type).example());

        assertThat(message.as(Assignment.class))
                .isEqualTo(
                        new Assignment(71, UUID.fromString("0199c0de-0001-7000-8000-0000000000f2"), "PURCHASE", "501"));
    }
}
