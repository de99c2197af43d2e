package kontor.support.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kontor.platform.MovableClock;
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
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Nobody acts in time, or is there any more. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class DeadlineIT {

    private final Helpline helpline;
    private final Members members;
    private final Wire wire;
    private final MovableClock clock;
    private final DeadlineJob job;

    DeadlineIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            MovableClock clock,
            DeadlineJob job) {
        helpline = new Helpline(http, members, database, writer);
        this.members = members;
        wire = new Wire(reader);
        this.job = job;
        this.clock = clock;
    }

    @AfterEach
    void setsTheClockBack() {
        clock.moveTo(Duration.ZERO);
    }

    /** The job does now what it would do within seconds, so that what stays as it is was looked at. */
    private void after(Duration time) {
        clock.moveTo(time);
        job.expire();
    }

    private void after(String time) {
        after(Duration.parse(time));
    }

    private List<String> told(long ticket, int atLeast) {
        return wire.of(ticket, atLeast).stream().map(Wire.Told::name).toList();
    }

    /** S-3. */
    @Test
    void passesOnToAHumanWhatTheAutomaticAnswerDidNotEnd() {
        long ticket = helpline.opened(members.verified());
        Member mia = members.verified();
        long solved = helpline.opened(mia);
        helpline.desk()
                .post(mia.bearer(), Helpline.path(solved) + "/acceptance", "{}")
                .expect(200);

        after("PT29M");
        assertThat(helpline.says(ticket, "level")).isEqualTo("AUTO");
        after("PT30M1S");

        helpline.await("ticket where id = %d and level = '1'".formatted(ticket));
        assertThat(helpline.says(solved, "level")).isEqualTo("AUTO");
        assertThat(helpline.log(ticket)).endsWith("ESCALATE AUTO -> SUPPORT_1 (AUTO_ANSWER_FAILED)");
        assertThat(helpline.actors(ticket)).endsWith(Helpline.system());
        assertThat(helpline.desk().audits("ticket", ticket)).containsExactly("escalate-ticket");
    }

    /** S-12, once per ticket and target. */
    @Test
    void tellsMissedTargetsOnceAndClimbs() {
        long ticket = helpline.opened(members.verified(), Level.SUPPORT_1);

        after("PT23H59M");
        assertThat(helpline.says(ticket, "level")).isEqualTo("SUPPORT_1");
        after("PT24H6S");
        helpline.await("ticket where id = %d and level = '2'".formatted(ticket));
        after("PT119H");
        assertThat(helpline.says(ticket, "level")).isEqualTo("SUPPORT_2");
        after("PT120H1S");
        helpline.await("ticket where id = %d and level = 'C'".formatted(ticket));
        after("PT400H");

        assertThat(helpline.says(ticket, "level")).isEqualTo("CHIEF");
        assertThat(told(ticket, 6))
                .containsExactly(
                        "ticket-opened",
                        "ticket-escalated",
                        "ticket-sla-breached",
                        "ticket-escalated",
                        "ticket-sla-breached",
                        "ticket-escalated");
        assertThat(helpline.log(ticket)).contains("BREACH FIRST_ANSWER", "BREACH SOLUTION");
        assertThat(helpline.ticket(ticket).body().path("solutionBreachedAt").isNull())
                .isFalse();
    }

    /** S-8; a chief, so that no missed target takes it from him before. */
    @Test
    void takesTicketsFromWhoDoesNothing() {
        Member boss = members.support(3);
        long ticket = helpline.opened(members.verified());
        helpline.take(ticket, boss).expect(201);

        after("PT23H");
        helpline.move(ticket, boss, TicketStatus.PENDING).expect(200);
        after("PT46H");
        assertThat(helpline.assignment(ticket, boss)).isEqualTo("A");
        after("PT48H");

        helpline.await("assignment where ticket_id = %d and status = 'I'".formatted(ticket));
        assertThat(helpline.log(ticket)).endsWith("RELEASE %s (IDLE)".formatted(boss.id()));
        assertThat(helpline.desk().audits("ticket", ticket)).endsWith("end-assignment");
    }

    /** G-16: days of the business zone. */
    @Test
    void closesWhatIsLongSolved() {
        Member mia = members.verified();
        long ticket = helpline.opened(mia);
        helpline.desk()
                .post(mia.bearer(), Helpline.path(ticket) + "/acceptance", "{}")
                .expect(200);

        after(Duration.ofDays(7).minusMinutes(1));
        assertThat(helpline.says(ticket, "status")).isEqualTo("SOLVED");
        after(Duration.ofDays(7).plusMinutes(1));
        helpline.await("ticket where id = %d and status = 'C'".formatted(ticket));

        assertThat(helpline.log(ticket)).endsWith("CLOSE SOLVED -> CLOSED (SOLVED_LONG)");
        assertThat(told(ticket, 3)).endsWith("ticket-closed");
        assertThat(helpline.desk().audits("ticket", ticket)).containsExactly("close-ticket");
    }

    /** S-14. */
    @Test
    void closesTicketsOfWhoIsGone() {
        Member mia = members.verified();
        Member one = members.support(1);
        long ticket = helpline.opened(mia);
        helpline.take(ticket, one).expect(201);

        members.change(Helpline.gone(mia));
        job.leave();

        helpline.await("ticket where id = %d and status = 'C'".formatted(ticket));
        assertThat(helpline.assignment(ticket, one)).isEqualTo("C");
        assertThat(helpline.log(ticket)).endsWith("CLOSE OPEN -> CLOSED (ANONYMISED)");
    }

    /** S-14: whoever's grant no longer reaches, of those who have tickets. */
    @Test
    void takesTicketsFromWhoLosesHisGrant() {
        Member two = members.support(2);
        Member three = members.support(2);
        long low = helpline.opened(members.verified(), Level.SUPPORT_1);
        long high = helpline.opened(members.verified(), Level.SUPPORT_2);
        long lost = helpline.opened(members.verified(), Level.SUPPORT_1);
        helpline.take(low, two).expect(201);
        helpline.take(high, two).expect(201);
        helpline.take(lost, three).expect(201);

        members.change(two.with("staffLevel", 1));
        members.change(three.with("staffLevel", 0));
        job.leave();

        helpline.await("assignment where ticket_id = %d and status = 'I'".formatted(high));
        helpline.await("assignment where ticket_id = %d and status = 'I'".formatted(lost));
        assertThat(helpline.assignment(low, two)).isEqualTo("A");
        assertThat(helpline.log(lost)).endsWith("RELEASE %s (LEVEL_LOST)".formatted(three.id()));
        assertThat(helpline.desk().audits("ticket", lost)).endsWith("end-assignment");
    }

    /** Several instances do it together, and each thing once. */
    @Test
    void doesEachThingOnceHoweverManyAreAtIt() {
        List<Long> tickets = IntStream.range(0, 20)
                .mapToObj(n -> helpline.opened(members.verified()))
                .toList();

        clock.moveTo(Duration.ofMinutes(31));
        Together.all(4, n -> {
            job.expire();
            return n;
        });

        for (long ticket : tickets) {
            helpline.await("ticket where id = %d and level = '1'".formatted(ticket));
            assertThat(helpline.log(ticket)).hasSize(2);
        }
    }
}
