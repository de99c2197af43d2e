package kontor.support.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kontor.support.Answer;
import kontor.support.Desk;
import kontor.support.Helpline;
import kontor.support.ticket.Level;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Levels, priorities and assignments moved by everybody over HTTP, at every level, while OPEN and once CLOSED. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class TicketActsIT {

    private final Helpline helpline;
    private final Standing standing;

    TicketActsIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        helpline = new Helpline(http, members, database, writer);
        standing = new Standing(helpline);
    }

    /** So that the tests below cannot pass by being few. */
    @Test
    void triesEverythingAndGrantsWhatThePageGrants() {
        assertThat(Act.all()).hasSize(2 * 7 * (7 + 3 * 8)).doesNotHaveDuplicates();
        assertThat(Act.all().filter(act -> act.isGranted() && act.level() == Level.SUPPORT_2))
                .extracting(Act::toString)
                .containsExactlyInAnyOrder(
                        "take over OPEN at SUPPORT_2 by support-2",
                        "take over OPEN at SUPPORT_2 by chief",
                        "take over OPEN at SUPPORT_2 by admin",
                        "release OPEN at SUPPORT_2 by holder",
                        "escalate OPEN at SUPPORT_2 by holder",
                        "escalate OPEN at SUPPORT_2 by support-2",
                        "escalate OPEN at SUPPORT_2 by chief",
                        "escalate OPEN at SUPPORT_2 by admin",
                        "prioritise OPEN at SUPPORT_2 by holder",
                        "prioritise OPEN at SUPPORT_2 by chief",
                        "prioritise OPEN at SUPPORT_2 by admin");
    }

    @TestFactory
    Stream<DynamicTest> actsAreThoseOfThePage() {
        return Act.all().map(act -> DynamicTest.dynamicTest(act.toString(), () -> check(act)));
    }

    private void check(Act act) {
        long ticket = act.isGranted() ? standing.made(act.level(), act.from()) : standing.kept(act.level(), act.from());
        String before = standing.state(ticket);

        Answer answer = send(act, Helpline.path(ticket) + "/" + act.path());

        assertThat((answer.status() + " " + answer.code()).strip()).isEqualTo(act.expected());
        if (act.isGranted()) {
            assertMoved(ticket, act);
        } else {
            assertThat(standing.state(ticket)).isEqualTo(before);
        }
    }

    private Answer send(Act act, String path) {
        Desk desk = helpline.desk();
        String bearer = standing.bearer(act.level(), act.caller());
        return act.deletes() ? desk.delete(bearer, path) : desk.post(bearer, path, act.body());
    }

    /** One has it in the end, or nobody, and the newest row of the log says who did it. */
    private void assertMoved(long ticket, Act act) {
        List<String> active = helpline.owner()
                .sql("select staff_id from assignment where ticket_id = ? and status = 'A'")
                .param(ticket)
                .query((row, n) -> row.getString(1))
                .list();
        String actor = standing.idOf(act.level(), act.caller()).toString();
        assertThat(helpline.actors(ticket)).endsWith(actor);
        switch (act.operation()) {
            case "take", "take over" -> assertThat(active).containsExactly(actor);
            case "release" -> assertThat(active).isEmpty();
            default -> assertThat(active).hasSizeLessThan(2);
        }
        String level = helpline.says(ticket, "level");
        boolean climbs = act.operation().equals("escalate")
                || (act.level() == Level.AUTO
                        && !List.of("accept", "prioritise").contains(act.operation()));
        assertThat(Level.valueOf(level).rank()).isEqualTo(act.level().rank() + (climbs ? 1 : 0));
    }
}
