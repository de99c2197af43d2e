package kontor.chat.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kontor.chat.Answer;
import kontor.chat.Chat;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Staff comes in by a right, and goes with it (H-3, H-5). */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class VisitIT {

    private final Chat chat;
    private final Member ada;
    private final Member ben;
    private final Member staff;
    private final long purchase;
    private final long talk;

    VisitIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        chat = new Chat(http, members, database, writer);
        ada = members.verified();
        ben = members.verified();
        staff = members.support(1);
        purchase = chat.neighbours().purchase(ada, ben);
        talk = chat.open(ada, Chat.aboutPurchase(purchase)).expect(201).id();
    }

    private long assigned() {
        long ticket = chat.neighbours().ticket(ada);
        chat.neighbours().assign(ticket, staff, "PURCHASE", purchase);
        return ticket;
    }

    @Test
    void seesTheWholeHistoryWhileInItAndNothingAfter() {
        chat.write(ada, talk, "Where is it?").expect(201);
        assigned();

        chat.conversation(staff, talk).refused(404, "not-found");
        Answer joined = chat.join(staff, talk).expect(200);
        assertThat(joined.number("unread")).isEqualTo(1);
        assertThat(chat.read(staff, talk)).containsExactly("1 Where is it?");
        chat.write(staff, talk, "I look.").expect(201);
        chat.leave(staff, talk).expect(204);

        chat.conversation(staff, talk).refused(404, "not-found");
        chat.write(staff, talk, "Found it.").refused(404, "not-found");
        chat.get(staff.bearer(), Chat.at(talk) + "/messages").refused(404, "not-found");
        assertThat(chat.read(ben, talk)).containsExactly("1 Where is it?", "2 I look.");
        assertThat(chat.neighbours().audits(talk))
                .containsExactly("join-conversation", "post-message", "leave-conversation");
    }

    @Test
    void comesAndGoesOnceAtATime() {
        assigned();

        List<Answer> answers = Together.all(8, n -> chat.join(staff, talk));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
        chat.join(staff, talk).refused(409, "already-in-state");
        chat.leave(staff, talk).expect(204);
        chat.leave(staff, talk).refused(409, "already-in-state");
        chat.join(staff, talk).expect(200);
    }

    @Test
    void staysOutsideWithoutARight() {
        Member chief = chat.members().support(3);
        long secret = chat.talk(ada, ben);

        chat.join(chief, talk).refused(404, "not-found");
        chat.join(chat.admin(), secret).refused(404, "not-found");
        chat.join(ben, talk).refused(403, "forbidden");
        chat.leave(ben, talk).refused(403, "forbidden");
        chat.join(chat.admin(), 0).refused(404, "not-found");
    }

    @Test
    void letsAdminsIntoPurchasesAsStaff() {
        chat.join(chat.admin(), talk).expect(200);

        assertThat(chat.inIt(ada, talk)).contains(chat.admin().id());
    }

    @Test
    void keepsPartiesIn() {
        Member seller = chat.members().support(2);
        long id = chat.open(ada, Chat.aboutPurchase(chat.neighbours().purchase(ada, seller)))
                .expect(201)
                .id();

        chat.leave(seller, id).refused(403, "forbidden");
        chat.join(seller, id).refused(409, "already-in-state");
    }

    /** Who has a ticket is in its conversation until he gives it back (H-4). */
    @Test
    void staysWithATicketThatItHas() {
        long ticket = assigned();
        long ofTicket = chat.neighbours().conversation("TICKET", ticket);

        chat.leave(staff, ofTicket).refused(403, "forbidden");
        chat.join(staff, ofTicket).refused(409, "already-in-state");
        chat.join(chat.admin(), ofTicket).refused(404, "not-found");
    }

    @Test
    void leavesWithTheAdminsFlag() {
        Member helper = chat.members().admin();
        chat.join(helper, talk).expect(200);

        chat.members().change(helper.admin(false).with("staffLevel", 1));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(chat.inIt(ada, talk)).doesNotContain(helper.id()));
        chat.conversation(helper, talk).refused(404, "not-found");
    }

    @Test
    void staysByItsTicketWithoutTheAdminsFlag() {
        Member helper = chat.members().admin();
        long ticket = chat.neighbours().ticket(ada);
        chat.neighbours().assign(ticket, helper, "PURCHASE", purchase);
        chat.join(helper, talk).expect(200);

        chat.members().change(helper.admin(false).with("staffLevel", 1));

        assertThat(chat.inIt(ada, talk)).contains(helper.id());
    }

    /** Whichever comes first, nobody is in it by a right that has ended. */
    @Test
    void isOutHoweverItsRightEndsWhileItComesIn() {
        for (int i = 0; i < 5; i++) {
            long ticket = assigned();

            Together.all(2, n -> {
                if (n == 0) {
                    chat.neighbours().end(ticket, staff, "RELEASED", "PURCHASE", purchase);
                } else {
                    assertThat(chat.join(staff, talk).status()).isIn(200, 404);
                }
                return n;
            });

            assertThat(chat.inIt(ada, talk)).doesNotContain(staff.id());
        }
    }
}
