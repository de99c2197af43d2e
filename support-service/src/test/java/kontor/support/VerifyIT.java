package kontor.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each verify query turns red for the fault it is there for. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class VerifyIT {

    private final Helpline helpline;
    private final VerifySet set;
    private final VerifySet sagas;

    VerifyIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        helpline = new Helpline(http, members, database, writer);
        set = new VerifySet(database);
        sagas = VerifySet.ofSagas(database);
    }

    @TestFactory
    Stream<DynamicTest> noticesPlantedFaults() {
        Map<String, Long> names = Map.of("id", used(), "answer", answer());
        return Stream.concat(Offenders.ALL.tests(set, names), Offenders.OVERDUE.tests(sagas, names));
    }

    @Test
    void findsNothingWhileAllIsWell() {
        used();
        answer();

        assertThat(set.offenders()).isEmpty();
    }

    @Test
    void hasAFaultForEachQuery() {
        Offenders.ALL.requireOneForEach(set);
        Offenders.OVERDUE.requireOneForEach(sagas);
    }

    /** A ticket that went through what tickets go through, among others that did so too. */
    private long used() {
        Member mia = helpline.members().verified();
        Member one = helpline.members().support(2);
        long ticket = helpline.opened(mia, Level.SUPPORT_2);
        helpline.take(ticket, one).expect(201);
        helpline.take(ticket, helpline.chief()).expect(201);
        helpline.move(ticket, helpline.chief(), TicketStatus.SOLVED).expect(200);
        helpline.move(ticket, mia, TicketStatus.OPEN).expect(200);
        long closed = helpline.opened(mia);
        helpline.take(closed, one).expect(201);
        helpline.move(closed, mia, TicketStatus.CLOSED).expect(200);
        return ticket;
    }

    /** A canned answer that was edited, beside one that is gone. */
    private long answer() {
        String admin = helpline.members().admin().bearer();
        Desk desk = helpline.desk();
        String body = "{\"title\": \"Waiting\", \"text\": \"Please wait.\"}";
        long gone = desk.post(admin, "/canned-answers", body).expect(201).id();
        desk.delete(admin, "/canned-answers/" + gone).expect(204);
        long edited = desk.post(admin, "/canned-answers", body).expect(201).id();
        desk.patch(admin, "/canned-answers/" + edited, "{\"active\": false}").expect(200);
        return edited;
    }
}
