package kontor.support.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.support.Answer;
import kontor.support.Desk;
import kontor.support.Helpline;
import kontor.support.Wire;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What creators and staff do with tickets, beyond the table of statuses and who has them. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class HandlingIT {

    private final Helpline helpline;
    private final Desk desk;
    private final Members members;
    private final Wire wire;

    HandlingIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        helpline = new Helpline(http, members, database, writer);
        desk = helpline.desk();
        this.members = members;
        wire = new Wire(reader);
    }

    private Answer post(Member by, long ticket, String step, String body) {
        return desk.post(by.bearer(), Helpline.path(ticket) + "/" + step, body);
    }

    /** S-3: accepted, or passed on to a human. */
    @Test
    void endsWithTheAutomaticAnswerOrGoesToAHuman() {
        Member mia = members.verified();
        long accepted = helpline.opened(mia);
        long passedOn = helpline.opened(mia);

        Answer solved = desk.post(mia.bearer(), Helpline.path(accepted) + "/acceptance", "")
                .expect(200);
        assertThat(solved.body().path("status").asString()).isEqualTo("SOLVED");
        post(mia, accepted, "acceptance", "{}").refused(409, "already-in-state");
        post(mia, accepted, "human", "{}").refused(409, "not-allowed-in-state");

        Answer human = post(mia, passedOn, "human", "{}").expect(200);
        assertThat(human.body().path("level").asString()).isEqualTo("SUPPORT_1");
        post(mia, passedOn, "human", "{}").refused(409, "already-in-state");
        post(mia, passedOn, "acceptance", "{}").refused(409, "not-allowed-in-state");
        post(members.support(1), passedOn, "human", "{}").refused(403, "forbidden");
        post(members.verified(), passedOn, "human", "{}").refused(404, "not-found");
        assertThat(desk.audits("ticket", passedOn)).isEmpty();
    }

    /** S-7, example 4: who is too low for it loses it, and no longer finds it. */
    @Test
    void climbsAwayFromWhoHasIt() {
        Member two = members.support(2);
        long ticket = helpline.opened(members.verified(), Level.SUPPORT_2);
        helpline.take(ticket, two).expect(201);

        Answer climbed = post(two, ticket, "escalation", "{\"reason\": \"He wants the boss\\nnow\"}")
                .expect(200);

        assertThat(climbed.body().path("level").asString()).isEqualTo("CHIEF");
        assertThat(climbed.body().path("assignedTo").isNull()).isTrue();
        assertThat(helpline.assignment(ticket, two)).isEqualTo("I");
        desk.get(two.bearer(), Helpline.path(ticket)).refused(403, "level-too-low");
        assertThat(desk.get(two.bearer(), "/tickets?status=OPEN&level=CHIEF")
                        .expect(200)
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(helpline.log(ticket))
                .endsWith(
                        "ESCALATE SUPPORT_2 -> CHIEF (ESCALATED): He wants the boss\nnow",
                        "RELEASE %s (ESCALATED)".formatted(two.id()));
        post(helpline.chief(), ticket, "escalation", "{}").refused(409, "not-allowed-in-state");
    }

    @Test
    void staysWithAChiefWhoHasIt() {
        Member boss = members.support(3);
        long ticket = helpline.opened(members.verified(), Level.SUPPORT_2);
        helpline.take(ticket, boss).expect(201);

        post(members.support(2), ticket, "escalation", "{}").expect(200);

        assertThat(helpline.assignment(ticket, boss)).isEqualTo("A");
    }

    @Test
    void isEscalatedByStaffFromTheFirstLevelOnOnly() {
        long ticket = helpline.opened(members.verified());

        post(helpline.chief(), ticket, "escalation", "{}").refused(409, "not-allowed-in-state");
    }

    /** S-9 and S-11. */
    @Test
    void isPrioritisedWithItsTargetsFromCreationOn() {
        Member one = members.support(1);
        long ticket = helpline.opened(members.verified());
        helpline.take(ticket, one).expect(201);

        post(members.support(1), ticket, "priority", "{\"priority\": \"HIGH\"}").refused(403, "forbidden");
        post(one, ticket, "priority", "{\"priority\": \"NORMAL\"}").refused(409, "already-in-state");
        post(one, ticket, "priority", "{\"priority\": \"HIGH\"}").expect(200);

        assertThat(helpline.owner()
                        .sql("select first_answer_due_at - created_at = interval '8 hours' from ticket where id = ?")
                        .param(ticket)
                        .query((row, n) -> row.getBoolean(1))
                        .single())
                .isTrue();
        assertThat(helpline.log(ticket)).endsWith("PRIORITY NORMAL -> HIGH");
        post(helpline.chief(), ticket, "priority", "{\"priority\": \"URGENT\"}").expect(200);
    }

    /** S-10: nothing is left to do. */
    @Test
    void isClosedForGood() {
        Member mia = members.verified();
        Member one = members.support(1);
        long ticket = helpline.opened(mia);
        helpline.take(ticket, one).expect(201);
        Answer closed = helpline.move(ticket, mia, TicketStatus.CLOSED).expect(200);
        assertThat(closed.body().path("closedAt").isNull()).isFalse();
        assertThat(helpline.assignment(ticket, one)).isEqualTo("C");

        for (String step : List.of("human", "acceptance")) {
            post(mia, ticket, step, "{}").refused(409, "not-allowed-in-state");
        }
        helpline.move(ticket, mia, TicketStatus.OPEN).refused(409, "not-allowed-in-state");
        helpline.move(ticket, one, TicketStatus.PENDING).refused(409, "not-allowed-in-state");
        helpline.take(ticket, members.support(1)).refused(409, "not-allowed-in-state");
        post(one, ticket, "escalation", "{}").refused(409, "not-allowed-in-state");
        post(one, ticket, "priority", "{\"priority\": \"LOW\"}").refused(409, "not-allowed-in-state");
        desk.delete(one.bearer(), Helpline.path(ticket) + "/assignments/mine").refused(409, "not-allowed-in-state");
        assertThat(wire.of(ticket, 5))
                .extracting(Wire.Told::name)
                .containsExactly(
                        "ticket-opened", "ticket-escalated", "ticket-assigned", "assignment-ended", "ticket-closed");
    }

    @Test
    void answersAKeyOnce() {
        Member mia = members.verified();
        long ticket = helpline.opened(mia);
        String path = Helpline.path(ticket) + "/human";
        String key = "human-" + ticket;

        Answer first = desk.post(mia.bearer(), path, key, "{}").expect(200);
        Answer again = desk.post(mia.bearer(), path, key, "{}").expect(200);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
    }

    /** G-26: the answer got lost, and by what he did he sees the ticket no more. */
    @Test
    void answersAKeyOnceToWhoHasLostSightOfTheTicket() {
        Member sam = members.support(1);
        long ticket = helpline.opened(members.verified());
        post(sam, ticket, "assignments", "{}").expect(201);
        String path = Helpline.path(ticket) + "/escalation";
        String key = "escalation-" + ticket;

        Answer first = desk.post(sam.bearer(), path, key, "{}").expect(200);
        Answer again = desk.post(sam.bearer(), path, key, "{}").expect(200);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        desk.post(sam.bearer(), path, "another-" + ticket, "{}").refused(403, "level-too-low");
    }
}
