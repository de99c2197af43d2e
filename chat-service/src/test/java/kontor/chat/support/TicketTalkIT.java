package kontor.chat.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.chat.Answer;
import kontor.chat.Chat;
import kontor.chat.Neighbours;
import kontor.chat.Wire;
import kontor.chat.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Conversations of tickets (H-4, H-5, H-12). */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class TicketTalkIT {

    private final Chat chat;
    private final Wire wire;
    private final Member ada;
    private final Member staff;

    TicketTalkIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        chat = new Chat(http, members, database, writer);
        wire = new Wire(reader);
        ada = members.verified();
        staff = members.support(1);
    }

    private long talkOf(long ticket) {
        return chat.neighbours().conversation("TICKET", ticket);
    }

    @Test
    void beginsWithTheTextAndTheAutomaticAnswer() {
        long ticket = chat.neighbours().ticket(ada);
        long talk = talkOf(ticket);

        Answer shown = chat.conversation(ada, talk).expect(200);

        assertThat(shown.body().path("type").asString("")).isEqualTo("SUPPORT");
        assertThat(shown.body().path("title").asString("")).isEqualTo("The parcel is missing");
        assertThat(shown.number("contextId")).isEqualTo(ticket);
        assertThat(shown.number("unread")).isEqualTo(1);
        assertThat(shown.body().at("/lastMessage/automatic").asBoolean()).isTrue();
        assertThat(shown.body().at("/lastMessage/senderName").asString("")).isEqualTo("System");
        assertThat(chat.read(ada, talk))
                .containsExactly("1 It is broken.", "2 A parcel within the country takes up to ten days.");
        Answer first = chat.get(ada.bearer(), Chat.at(talk) + "/messages?limit=1");
        assertThat(first.body().at("/items/0/at").asString("")).isEqualTo("2026-06-04T07:30:00.000001Z");
        assertThat(wire.of(talk, 3))
                .extracting(Told::name)
                .containsExactly("conversation-created", "message-posted", "message-posted");
        assertThat(wire.of(talk, 3).getLast().body().path("role").asString("")).isEqualTo("SYSTEM");
        assertThat(chat.neighbours().audits(talk)).containsExactly("post-message");
    }

    /** Example 3. */
    @Test
    void changesHandsAndIsClosed() {
        Member chief = chat.members().support(3);
        long ticket = chat.neighbours().ticket(ada);
        long talk = talkOf(ticket);
        chat.conversation(staff, talk).refused(404, "not-found");

        chat.neighbours().assign(ticket, staff, "INVOICE", 7);
        chat.write(staff, talk, "I look.").expect(201);
        chat.neighbours().end(ticket, staff, "ESCALATED", "INVOICE", 7);
        chat.neighbours().assign(ticket, chief, "INVOICE", 7);

        chat.conversation(staff, talk).refused(404, "not-found");
        chat.write(staff, talk, "Still me.").refused(404, "not-found");
        assertThat(chat.read(chief, talk)).hasSize(3);
        assertThat(chat.inIt(ada, talk)).containsExactlyInAnyOrder(ada.id(), chief.id());
        chat.neighbours().close(ticket, ada.id());
        chat.neighbours().end(ticket, chief, "CLOSED", "INVOICE", 7);
        for (Member party : List.of(ada, chief)) {
            assertThat(chat.read(party, talk)).hasSize(3);
            chat.write(party, talk, "Thanks").refused(409, "conversation-closed");
            chat.mark(party, talk, 3).expect(200);
        }
        assertThat(chat.conversation(ada, talk).body().path("closedAt").isNull())
                .isFalse();
    }

    @Test
    void tellsWhoComesAndGoes() {
        long ticket = chat.neighbours().ticket(ada);
        chat.neighbours().assign(ticket, staff, "INVOICE", 7);
        chat.neighbours().end(ticket, staff, "RELEASED", "INVOICE", 7);
        chat.neighbours().assign(ticket, staff, "INVOICE", 7);
        chat.neighbours().close(ticket, staff.id());

        List<Told> told = wire.of(talkOf(ticket), 7);

        assertThat(told.stream().skip(3).map(Told::name))
                .containsExactly("member-joined", "member-left", "member-joined", "conversation-closed");
        assertThat(told.get(3).body().path("role").asString("")).isEqualTo("STAFF");
        assertThat(told).extracting(Told::version).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(chat.neighbours().audits(talkOf(ticket)))
                .containsExactly(
                        "post-message",
                        "join-conversation",
                        "leave-conversation",
                        "join-conversation",
                        "close-conversation");
    }

    /** What somebody has read he has read, also after he was away (section 3). */
    @Test
    void keepsTheMarkerOfStaffThatComesBack() {
        long ticket = chat.neighbours().ticket(ada);
        long talk = talkOf(ticket);
        chat.neighbours().assign(ticket, staff, "INVOICE", 7);
        chat.mark(staff, talk, 2).expect(200);
        chat.neighbours().end(ticket, staff, "IDLE", "INVOICE", 7);
        chat.write(ada, talk, "Anybody there?").expect(201);

        chat.neighbours().assign(ticket, staff, "INVOICE", 7);

        assertThat(chat.unread(staff, talk)).isEqualTo(1);
    }

    @Test
    void keepsTheNewHolderWhicheverIsToldFirst() {
        Member after = chat.members().support(1);
        long ticket = chat.neighbours().ticket(ada);
        long talk = talkOf(ticket);
        chat.neighbours().assign(ticket, staff, "INVOICE", 7);

        chat.neighbours().assign(ticket, after, "INVOICE", 7);
        chat.neighbours().end(ticket, staff, "TAKEN_OVER", "INVOICE", 7);

        assertThat(chat.inIt(ada, talk)).containsExactlyInAnyOrder(ada.id(), after.id());
    }

    @Test
    void leavesThePurchaseTooWhenTheTicketAboutItEnds() {
        Member seller = chat.members().verified();
        long purchase = chat.neighbours().purchase(ada, seller);
        long talk = chat.open(ada, Chat.aboutPurchase(purchase)).expect(201).id();
        long ticket = chat.neighbours().ticket(ada);
        long second = chat.neighbours().ticket(seller);
        chat.neighbours().assign(ticket, staff, "PURCHASE", purchase);
        chat.neighbours().assign(second, staff, "PURCHASE", purchase);
        chat.join(staff, talk).expect(200);

        chat.neighbours().close(ticket, ada.id());
        chat.neighbours().end(ticket, staff, "CLOSED", "PURCHASE", purchase);
        assertThat(chat.inIt(ada, talk)).contains(staff.id());
        chat.neighbours().end(second, staff, "RELEASED", "PURCHASE", purchase);

        assertThat(chat.inIt(ada, talk)).doesNotContain(staff.id());
        chat.join(staff, talk).refused(404, "not-found");
    }

    @Test
    void putsAsideWhatCouldNeverBeStored() {
        long ticket = Neighbours.nextId();
        String body = Neighbours.example("kontor.support.ticket-opened.v1")
                .put("ticketId", ticket)
                .put("firstText", "x".repeat(4_001))
                .toString();

        chat.neighbours().send(ticket, "kontor.support.ticket-opened.v1", body);

        assertThat(wire.deadLetter("kontor.support.ticket.v1", Long.toString(ticket)))
                .contains("xxx");
    }
}
