package kontor.support.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kontor.support.Answer;
import kontor.support.Desk;
import kontor.support.Helpline;
import kontor.support.Wire;
import kontor.support.ticket.Level;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A ticket is taken, taken over and given back (S-6, S-7). */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class TakingIT {

    private final Helpline helpline;
    private final Desk desk;
    private final Members members;
    private final Wire wire;

    TakingIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        helpline = new Helpline(http, members, database, writer);
        desk = helpline.desk();
        this.members = members;
        wire = new Wire(reader);
    }

    private Answer post(Member by, long ticket, String step, String body) {
        return desk.post(by.bearer(), Helpline.path(ticket) + "/" + step, body);
    }

    /** Example 3. */
    @Test
    void isTakenOverAndTakenBackWithItsFirstStart() {
        Member one = members.support(1);
        Member two = members.support(1);
        long ticket = helpline.opened(members.verified(), Level.SUPPORT_1);
        Answer taken = post(one, ticket, "assignments", "{}").expect(201);

        post(two, ticket, "assignments", "{\"takeOver\": false}").refused(409, "already-assigned");
        post(one, ticket, "assignments", "{\"takeOver\": true}").refused(409, "already-in-state");
        helpline.take(ticket, two).expect(201);
        assertThat(helpline.assignment(ticket, one)).isEqualTo("I");
        assertThat(helpline.assignment(ticket, two)).isEqualTo("A");

        Answer back = helpline.take(ticket, one).expect(201);
        assertThat(back.id()).isEqualTo(taken.id());
        assertThat(back.body().path("startedAt")).isEqualTo(taken.body().path("startedAt"));
        assertThat(back.body().path("status").asString()).isEqualTo("ACTIVE");
        assertThat(back.etag()).isNotEqualTo(taken.etag());
        String there = String.valueOf(back.headers().getLocation()).replace("/api/v1", "");
        assertThat(desk.get(one.bearer(), there).expect(200).text()).isEqualTo(back.text());
        assertThat(wire.of(ticket, 7))
                .extracting(Wire.Told::name)
                .containsExactly(
                        "ticket-opened",
                        "ticket-escalated",
                        "ticket-assigned",
                        "assignment-ended",
                        "ticket-assigned",
                        "assignment-ended",
                        "ticket-assigned");
        assertThat(desk.audits("ticket", ticket)).containsExactly("take-ticket", "take-ticket", "take-ticket");
    }

    @Test
    void isTakenByOneOfManyAtOnce() {
        long ticket = helpline.opened(members.verified());
        List<Member> staff =
                IntStream.range(0, 8).mapToObj(n -> members.support(1)).toList();

        Map<Integer, Long> answers = Together.all(8, n -> post(staff.get(n), ticket, "assignments", "{}")).stream()
                .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 7L));
        assertThat(helpline.owner()
                        .sql("select count(*) from assignment where ticket_id = ?")
                        .param(ticket)
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isEqualTo(1);
        assertThat(helpline.says(ticket, "level")).isEqualTo("SUPPORT_1");
    }

    /** With takeOver each of them has it for a while, and one in the end. */
    @Test
    void hasOneHolderHoweverManyTakeItOver() {
        long ticket = helpline.opened(members.verified());
        List<Member> staff =
                IntStream.range(0, 8).mapToObj(n -> members.support(1)).toList();

        assertThat(Together.all(8, n -> helpline.take(ticket, staff.get(n))))
                .extracting(Answer::status)
                .containsOnly(201);

        assertThat(staff.stream().map(one -> helpline.assignment(ticket, one)).toList())
                .containsOnlyOnce("A")
                .containsOnly("A", "I");
    }

    @Test
    void isNotTakenByItsCreatorNorByWhoIsTooLow() {
        Member creator = members.support(3);
        long ticket = helpline.opened(creator);
        long above = helpline.opened(members.verified(), Level.SUPPORT_2);

        helpline.take(ticket, creator).refused(403, "own-ticket");
        post(creator, ticket, "escalation", "{}").refused(403, "own-ticket");
        post(creator, ticket, "priority", "{\"priority\": \"HIGH\"}").refused(403, "own-ticket");
        desk.get(creator.bearer(), Helpline.path(ticket) + "/log").refused(403, "forbidden");
        helpline.take(above, members.support(1)).refused(403, "level-too-low");
        post(members.support(1), above, "escalation", "{}").refused(403, "level-too-low");
        helpline.take(ticket, members.verified()).refused(403, "forbidden");
    }

    @Test
    void isGivenBack() {
        Member one = members.support(1);
        long ticket = helpline.opened(members.verified());
        helpline.take(ticket, one).expect(201);
        String mine = Helpline.path(ticket) + "/assignments/mine";

        desk.delete(members.support(1).bearer(), mine).refused(404, "not-found");
        desk.delete(one.bearer(), mine).expect(204);
        desk.delete(one.bearer(), mine).refused(404, "not-found");

        assertThat(helpline.assignment(ticket, one)).isEqualTo("I");
        assertThat(desk.audits("ticket", ticket)).containsExactly("take-ticket", "release-ticket");
        assertThat(wire.of(ticket, 4).getLast().body().path("cause").asString()).isEqualTo("RELEASED");
    }
}
