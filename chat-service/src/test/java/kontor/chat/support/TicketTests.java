package kontor.chat.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;
import kontor.chat.Messages;
import kontor.chat.Neighbours;
import kontor.chat.support.Ticket.Assignment;
import kontor.chat.support.Ticket.Closed;
import kontor.chat.support.Ticket.Opened;
import kontor.platform.messaging.MalformedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What support-service tells, read from the examples of its contract. */
class TicketTests {

    private static final UUID CREATOR = UUID.fromString("0199c0de-0002-7000-8000-0000000000b1");
    private static final UUID STAFF = UUID.fromString("0199c0de-0001-7000-8000-0000000000f2");

    @Test
    void readsWhatATicketIsOpenedWith() {
        assertThat(Messages.example("kontor.support.ticket-opened.v1").as(Opened.class))
                .isEqualTo(new Opened(
                        71,
                        CREATOR,
                        "The parcel is missing",
                        "It was sent nine days ago.\nWhere is it?",
                        "A parcel within the country takes up to ten days.",
                        Instant.parse("2026-06-04T07:30:00.000001Z")));
    }

    @Test
    void readsWhoTakesATicket() {
        assertThat(Messages.example("kontor.support.ticket-assigned.v1").as(Assignment.class))
                .isEqualTo(new Assignment(
                        71, STAFF, "PURCHASE", "501", "TAKEN", Instant.parse("2026-06-04T08:00:00Z"), STAFF));
    }

    @Test
    void readsWhoHasItNoLonger() {
        Assignment ended =
                Messages.example("kontor.support.assignment-ended.v1").as(Assignment.class);

        assertThat(ended.staffId()).isEqualTo(STAFF);
        assertThat(ended.isOver()).isFalse();
        assertThat(ended.purchaseId()).isEqualTo(501);
    }

    @Test
    void readsThatItIsClosed() {
        assertThat(Messages.example("kontor.support.ticket-closed.v1").as(Closed.class))
                .isEqualTo(new Closed(71, Instant.parse("2026-06-06T08:00:00Z"), CREATOR));
    }

    @ParameterizedTest
    @CsvSource({"INVOICE, 501", ", ", "PURCHASE, x", "PURCHASE, 0", "PURCHASE, 1234567890123456789012"})
    void isAboutNoPurchase(String type, String id) {
        assertThat(new Assignment(71, STAFF, type, id, "TAKEN", Instant.EPOCH, STAFF).purchaseId())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "firstText", "automaticAnswer"})
    void refusesForGoodWhatCouldNeverBeStored(String field) {
        for (String text : new String[] {"", "x".repeat(4_001)}) {
            String body = Neighbours.example("kontor.support.ticket-opened.v1")
                    .put(field, text)
                    .toString();

            assertThatExceptionOfType(MalformedRecord.class)
                    .isThrownBy(() -> Messages.of(body).as(Opened.class));
        }
    }

    @Test
    void namesItsMessagesTheSameEachTime() {
        Opened opened = Messages.example("kontor.support.ticket-opened.v1").as(Opened.class);

        assertThat(opened.nameOf("first")).isEqualTo(opened.nameOf("first")).isNotEqualTo(opened.nameOf("answer"));
    }
}
