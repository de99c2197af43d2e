package kontor.order.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kontor.order.Messages;
import kontor.order.ticket.TicketListener.Assignment;
import org.junit.jupiter.api.Test;

/** What support-service tells, read from the examples of its contract. */
class TicketListenerTests {

    private static final Assignment EXAMPLE =
            new Assignment(71, UUID.fromString("0199c0de-0001-7000-8000-0000000000f2"), "PURCHASE", "501");

    @Test
    void readsWhoTakesATicket() {
        assertThat(Messages.example("kontor.support.ticket-assigned.v1").as(Assignment.class))
                .isEqualTo(EXAMPLE);
    }

    @Test
    void readsWhoHasItNoLonger() {
        assertThat(Messages.example("kontor.support.assignment-ended.v1").as(Assignment.class))
                .isEqualTo(EXAMPLE);
    }
}
