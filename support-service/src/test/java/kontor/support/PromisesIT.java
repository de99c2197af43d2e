package kontor.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.support.ticket.TicketStatus;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever was really published fits its contract, and every event that is due was published. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class PromisesIT {

    private static final Set<String> DUE = Set.of(
            "ticket-opened",
            "ticket-assigned",
            "assignment-ended",
            "ticket-escalated",
            "ticket-priority-changed",
            "ticket-status-changed",
            "ticket-answered",
            "ticket-sla-breached",
            "ticket-closed");

    private final Helpline helpline;
    private final Wire wire;
    private final Clock clock;

    PromisesIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            Clock clock) {
        helpline = new Helpline(http, members, database, writer);
        wire = new Wire(reader);
        this.clock = clock;
    }

    @Test
    void keepsEveryPromise() {
        Member mia = helpline.members().verified();
        long ticket = helpline.opened(mia);
        long conversation = helpline.link(ticket, mia);
        helpline.take(ticket, helpline.chief()).expect(201);
        helpline.desk()
                .post(helpline.chief().bearer(), Helpline.path(ticket) + "/priority", "{\"priority\": \"URGENT\"}")
                .expect(200);
        // Nobody has answered for longer than an hour: the message comes from then.
        helpline.write(conversation, helpline.chief().id(), clock.instant().plusSeconds(3601));
        helpline.move(ticket, helpline.chief(), TicketStatus.SOLVED).expect(200);
        helpline.move(ticket, mia, TicketStatus.CLOSED).expect(200);

        Awaitility.await().until(this::names, names -> names.containsAll(DUE));
        assertThat(wire.of(ticket, 10))
                .extracting(Wire.Told::version)
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(1L)
                .endsWith(10L);
    }

    private Set<String> names() {
        return wire.everything().stream().map(Wire.Told::name).collect(Collectors.toSet());
    }
}
