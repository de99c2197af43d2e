package kontor.support.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kontor.support.Answer;
import kontor.support.Helpline;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Every status from every other, at every level, by everybody over HTTP, held against the table. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class TicketStepsIT {

    private final Helpline helpline;
    private final Standing standing;

    TicketStepsIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        helpline = new Helpline(http, members, database, writer);
        standing = new Standing(helpline);
    }

    /** So that the tests below cannot pass by being few. */
    @Test
    void triesEverythingAndGrantsWhatTheTableGrants() {
        assertThat(Trial.all()).hasSize(4 * 4 * (7 + 3 * 8)).doesNotHaveDuplicates();
        assertThat(Trial.all().filter(trial -> trial.isGranted() && trial.level() == Level.SUPPORT_1))
                .extracting(Trial::toString)
                .containsExactlyInAnyOrder(
                        "OPEN at SUPPORT_1 to PENDING by holder",
                        "OPEN at SUPPORT_1 to PENDING by chief",
                        "OPEN at SUPPORT_1 to PENDING by admin",
                        "PENDING at SUPPORT_1 to OPEN by creator",
                        "PENDING at SUPPORT_1 to OPEN by holder",
                        "PENDING at SUPPORT_1 to OPEN by chief",
                        "PENDING at SUPPORT_1 to OPEN by admin",
                        "OPEN at SUPPORT_1 to SOLVED by holder",
                        "OPEN at SUPPORT_1 to SOLVED by chief",
                        "OPEN at SUPPORT_1 to SOLVED by admin",
                        "PENDING at SUPPORT_1 to SOLVED by holder",
                        "PENDING at SUPPORT_1 to SOLVED by chief",
                        "PENDING at SUPPORT_1 to SOLVED by admin",
                        "SOLVED at SUPPORT_1 to OPEN by creator",
                        "SOLVED at SUPPORT_1 to CLOSED by creator",
                        "OPEN at SUPPORT_1 to CLOSED by creator",
                        "OPEN at SUPPORT_1 to CLOSED by chief",
                        "OPEN at SUPPORT_1 to CLOSED by admin",
                        "PENDING at SUPPORT_1 to CLOSED by creator",
                        "PENDING at SUPPORT_1 to CLOSED by chief",
                        "PENDING at SUPPORT_1 to CLOSED by admin");
    }

    @TestFactory
    Stream<DynamicTest> stepsAreThoseOfTheTable() {
        return Trial.all().map(trial -> DynamicTest.dynamicTest(trial.toString(), () -> check(trial)));
    }

    private void check(Trial trial) {
        long ticket = trial.isGranted()
                ? standing.made(trial.level(), trial.from())
                : standing.kept(trial.level(), trial.from());
        String before = standing.state(ticket);

        Answer answer = helpline.desk()
                .post(
                        standing.bearer(trial.level(), trial.caller()),
                        Helpline.path(ticket) + "/status",
                        "{\"status\": \"%s\"}".formatted(trial.to()));

        if (trial.isGranted()) {
            assertMoved(ticket, trial, answer.expect(200));
        } else {
            assertThat(answer.status() + " " + answer.code()).isEqualTo(trial.expected());
            assertThat(standing.state(ticket)).isEqualTo(before);
        }
    }

    /** One row more in the log with old and new status, and nobody is left on a closed ticket. */
    private void assertMoved(long ticket, Trial trial, Answer answer) {
        boolean isClosed = trial.to() == TicketStatus.CLOSED;
        List<String> log = helpline.log(ticket);
        assertThat(answer.body().path("status").asString()).isEqualTo(trial.to().name());
        assertThat(answer.body().path("level").asString())
                .isEqualTo(trial.level().name());
        assertThat(log.getLast())
                .startsWith("%s %s -> %s (".formatted(isClosed ? "CLOSE" : "STATUS", trial.from(), trial.to()));
        assertThat(helpline.actors(ticket))
                .endsWith(standing.idOf(trial.level(), trial.caller()).toString());
        assertThat(helpline.owner()
                        .sql("select status from assignment where ticket_id = ?")
                        .param(ticket)
                        .query((row, n) -> row.getString(1))
                        .list())
                .allMatch(status -> status.equals(isClosed ? "C" : "A"));
    }
}
