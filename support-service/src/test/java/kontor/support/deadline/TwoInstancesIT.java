package kontor.support.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import kontor.platform.MovableClock;
import kontor.support.Answer;
import kontor.support.Helpline;
import kontor.support.Twin;
import kontor.support.Wire;
import kontor.support.ticket.Level;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Two instances on one database: each thing that is due is done once, and each hears for the other. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The other instance is started once.
class TwoInstancesIT {

    private static final int TICKETS = 8;

    private static final String CONVERSATIONS = "support.conversation";

    private final Helpline helpline;
    private final Wire wire;
    private final VerifySet invariants;
    private final KafkaListenerEndpointRegistry listeners;
    private final Pair both;

    TwoInstancesIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            KafkaServer kafka,
            MovableClock clock,
            DeadlineJob job,
            KafkaListenerEndpointRegistry listeners) {
        helpline = new Helpline(http, members, database, writer);
        wire = new Wire(reader);
        invariants = new VerifySet(database);
        this.listeners = listeners;
        both = new Pair(clock, job, Twin.start(database, kafka));
    }

    @AfterEach
    void setsTheClocksBack() {
        both.moveTo(Duration.ZERO);
    }

    @AfterAll
    void endsTheOtherInstance() {
        both.close();
    }

    private void after(String time) {
        both.moveTo(Duration.parse(time));
        both.look(DeadlineJob::expire);
    }

    private static List<Long> several(LongSupplier ticket) {
        return Stream.generate(ticket::getAsLong).limit(TICKETS).toList();
    }

    private void awaitAll(List<Long> tickets, String state) {
        tickets.forEach(ticket -> helpline.await("ticket where id = %d and %s".formatted(ticket, state)));
    }

    private void assertLogs(List<Long> tickets, String... rows) {
        assertThat(tickets)
                .allSatisfy(ticket -> assertThat(helpline.log(ticket)).containsExactlyInAnyOrder(rows));
    }

    private void assertAllWasDoneOnce(List<Long> left, List<Long> solved, List<Long> taken) {
        assertLogs(
                left,
                "OPEN - -> OPEN",
                "ESCALATE AUTO -> SUPPORT_1 (AUTO_ANSWER_FAILED)",
                "BREACH FIRST_ANSWER",
                "ESCALATE SUPPORT_1 -> SUPPORT_2 (BREACHED)",
                "BREACH SOLUTION",
                "ESCALATE SUPPORT_2 -> CHIEF (BREACHED)");
        assertLogs(
                solved, "OPEN - -> OPEN", "STATUS OPEN -> SOLVED (ACCEPTED)", "CLOSE SOLVED -> CLOSED (SOLVED_LONG)");
        assertLogs(
                taken,
                "OPEN - -> OPEN",
                "ESCALATE AUTO -> SUPPORT_1 (TAKEN)",
                "TAKE %s (TAKEN)".formatted(helpline.chief().id()),
                "BREACH FIRST_ANSWER",
                "ESCALATE SUPPORT_1 -> SUPPORT_2 (BREACHED)",
                "RELEASE %s (IDLE)".formatted(helpline.chief().id()),
                "BREACH SOLUTION",
                "ESCALATE SUPPORT_2 -> CHIEF (BREACHED)");
    }

    @Test
    void doOnceWhatBothFindDue() {
        Member mia = helpline.members().verified();
        List<Long> left = several(() -> helpline.opened(mia));
        List<Long> solved = several(() -> helpline.opened(mia));
        solved.forEach(ticket -> helpline.desk()
                .post(mia.bearer(), Helpline.path(ticket) + "/acceptance", "{}")
                .expect(200));
        List<Long> taken = several(() -> helpline.opened(mia));
        taken.forEach(ticket -> helpline.take(ticket, helpline.chief()).expect(201));

        after("PT31M");
        awaitAll(left, "level = '1'");
        after("PT25H");
        awaitAll(left, "level = '2'");
        awaitAll(taken, "level = '2'");
        taken.forEach(ticket -> helpline.await("assignment where ticket_id = %d and status = 'I'".formatted(ticket)));
        after("PT192H");
        awaitAll(left, "level = 'C'");
        awaitAll(taken, "level = 'C'");
        awaitAll(solved, "status = 'C'");
        after("PT193H");

        assertAllWasDoneOnce(left, solved, taken);
        assertThat(left)
                .allSatisfy(ticket -> assertThat(wire.of(ticket, 6))
                        .extracting(Wire.Told::version)
                        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L));
        assertThat(invariants.offenders()).isEmpty();
    }

    private List<Long> heldBy(Member staff, Member creator) {
        List<Long> tickets = several(() -> helpline.opened(creator, Level.SUPPORT_1));
        tickets.forEach(ticket -> helpline.take(ticket, staff).expect(201));
        return tickets;
    }

    /** S-14, by each way of losing it; the next one takes it without having to take it over. */
    @ParameterizedTest
    @ValueSource(strings = {"grant lost", "gone"})
    void giveTicketsBackOnceWhenTheirStaffHasLostHisRight(String how) {
        Member one = helpline.members().support(1);
        List<Long> held = heldBy(one, helpline.members().verified());
        assertThat(helpline.queue()).doesNotContainAnyElementsOf(held);

        helpline.members().change(how.equals("gone") ? Helpline.gone(one) : one.with("staffLevel", 0));
        both.look(DeadlineJob::leave);
        held.forEach(ticket -> helpline.await("assignment where ticket_id = %d and status = 'I'".formatted(ticket)));
        both.look(DeadlineJob::leave);

        assertLogs(
                held,
                "OPEN - -> OPEN",
                "ESCALATE AUTO -> SUPPORT_1 (HUMAN_ASKED)",
                "TAKE %s (TAKEN)".formatted(one.id()),
                "RELEASE %s (LEVEL_LOST)".formatted(one.id()));
        assertThat(helpline.queue()).filteredOn(held::contains).containsExactlyInAnyOrderElementsOf(held);
        held.forEach(ticket -> helpline.desk()
                .post(helpline.chief().bearer(), Helpline.path(ticket) + "/assignments", "{}")
                .expect(201));
        assertTold(held, "ticket-opened", "ticket-escalated", "ticket-assigned", "assignment-ended", "ticket-assigned");
        assertThat(invariants.offenders()).isEmpty();
    }

    /** S-14: who had it is told once that he has it no longer. */
    @Test
    void closeOnceWhatItsCreatorHasAbandoned() {
        Member mia = helpline.members().verified();
        List<Long> held = heldBy(helpline.chief(), mia);

        helpline.members().change(Helpline.gone(mia));
        both.look(DeadlineJob::leave);
        awaitAll(held, "status = 'C'");
        both.look(DeadlineJob::leave);

        assertTold(held, "ticket-opened", "ticket-escalated", "ticket-assigned", "assignment-ended", "ticket-closed");
        assertThat(helpline.queue()).doesNotContainAnyElementsOf(held);
        assertThat(invariants.offenders()).isEmpty();
    }

    private void assertTold(List<Long> tickets, String... events) {
        assertThat(tickets)
                .allSatisfy(ticket -> assertThat(wire.of(ticket, events.length))
                        .extracting(Wire.Told::name)
                        .containsExactly(events));
    }

    /** A caller waits here, and the other instance hears that his ticket has its conversation. */
    @Test
    void seeWhatTheOtherOneHasHeard() {
        List<MessageListenerContainer> here = listeners.getListenerContainers().stream()
                .filter(container -> CONVERSATIONS.equals(container.getGroupId()))
                .toList();
        assertThat(here).hasSize(1);
        here.forEach(MessageListenerContainer::stop);
        try {
            Member mia = helpline.members().verified();
            CompletableFuture<Answer> opening = CompletableFuture.supplyAsync(() -> waiting(mia));
            String rows = "ticket where creator_id = '%s'".formatted(mia.id());
            helpline.await(rows);
            long ticket = helpline.owner()
                    .sql("select id from " + rows)
                    .query((row, n) -> row.getLong(1))
                    .single();

            long conversation = helpline.link(ticket, mia);

            assertThat(opening.join().expect(201).body().path("conversationId").asLong())
                    .isEqualTo(conversation);
        } finally {
            here.forEach(MessageListenerContainer::start);
        }
    }

    private Answer waiting(Member member) {
        return helpline.desk().send(HttpMethod.POST, "/tickets", member.bearer(), Helpline.request(""), headers -> {
            headers.set("Idempotency-Key", UUID.randomUUID().toString());
            headers.set("Prefer", "wait=10");
        });
    }
}
