package kontor.support.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.support.Helpline;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A page of tickets costs what is on it, and a queue what waits in it, however many were ever opened. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // There are many once, which takes longer than all plans.
class TicketPlanIT {

    private static final Pattern PARAMETER = Pattern.compile("\\?");

    /** One in fifty is not closed, and somebody has every second of those. */
    private static final List<String> MANY = List.of("""
            insert into ticket (id, creator_id, subject, level, priority, status, target_type_id, target_id, created_at,
                closed_at, first_answer_due_at, open_since, solution_due_at, touched_at)
            select -n, lpad(to_hex(n % 500), 32, '0')::uuid, 'x', substr('A12C', 1 + n % 4, 1),
                substr('LNHU', 1 + n / 4 % 4, 1), case when n % 50 = 0 then 'O' else 'C' end, 5, (n % 5000)::text,
                at, case when n % 50 > 0 then at end, at, case when n % 50 = 0 then at end,
                case when n % 50 = 0 then at end, at
            from generate_series(1, 20000) n, lateral (select now() - n * interval '1 minute') moment (at)
            """, """
            insert into assignment (ticket_id, staff_id, started_at, last_activity_at, status)
            select -n, lpad(to_hex(n % 20), 32, '0')::uuid, now(), now(), case when n % 50 = 0 then 'A' else 'C' end
            from generate_series(1, 20000) n where n % 100 > 0
            """, "analyze ticket", "analyze assignment");

    private static final String NOBODY = "'00000000-0000-0000-0000-00000000ffff'";

    /** Filters that stand between status and unassigned, none of which is sent. */
    private static final List<String> BETWEEN = List.of("level", "priority", "assignedTo");

    private final Helpline helpline;
    private final Connection connection;
    private final JdbcClient among;

    TicketPlanIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) throws SQLException {
        helpline = new Helpline(http, members, database, writer);
        // A statement with parameters that are not bound is explained by the simple protocol alone.
        TestDatabase.Role owner = database.owner();
        connection =
                DriverManager.getConnection(database.url() + "?preferQueryMode=simple", owner.name(), owner.password());
        among = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @BeforeAll
    void thereAreMany() throws SQLException {
        connection.setAutoCommit(false);
        MANY.forEach(sql -> among.sql(sql).update());
    }

    @AfterAll
    void thereAreNone() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** Whatever is sent: the plan that a connection keeps. */
    private static String sentLater(String list) {
        AtomicInteger number = new AtomicInteger();
        return "(generic_plan) " + PARAMETER.matcher(list).replaceAll(mark -> "\\$" + number.incrementAndGet());
    }

    /** What staff may see and who it is, then each filter twice; what is not sent is null. */
    private static String sentByChief(String list, String status, String unassigned) {
        List<String> sent = Stream.of(
                        Stream.of("'{A,1,2,C}'", NOBODY),
                        Stream.of(status, status).map(TicketPlanIT::array),
                        Stream.generate(() -> "null").limit(2L * BETWEEN.size()),
                        Stream.of(unassigned, unassigned))
                .flatMap(Function.identity())
                .toList();
        AtomicInteger number = new AtomicInteger();
        return PARAMETER.matcher(list).replaceAll(mark -> {
            int at = number.getAndIncrement();
            return at < sent.size() ? sent.get(at) : "null";
        });
    }

    private static String array(String letters) {
        return letters.equals("none") ? "null" : "'{%s}'".formatted(letters);
    }

    private String plan(Member caller, String query, UnaryOperator<String> explained) {
        String list = Statements.of(() ->
                        helpline.desk().get(caller.bearer(), "/tickets" + query).expect(200))
                .stream()
                .filter(sql -> sql.contains("from ticket t"))
                .findFirst()
                .orElseThrow();
        return among.sql("explain " + explained.apply(list)).query((row, n) -> row.getString(1)).list().stream()
                .collect(Collectors.joining("\n"));
    }

    @Test
    void findsWhatAMemberHasOpened() {
        assertThat(plan(helpline.members().verified(), "", TicketPlanIT::sentLater))
                .contains("Index Cond: (creator_id = ")
                .doesNotContain("Seq Scan on ticket t");
    }

    @Test
    void findsTheTicketsOnAThing() {
        assertThat(plan(helpline.chief(), "?targetId=7", TicketPlanIT::sentLater))
                .contains("Index Cond: (target_id = ANY ")
                .doesNotContain("Seq Scan on ticket t");
    }

    @Test
    void findsWhatSomebodyHasAmongWhatIsNotClosed() {
        String query = "?assignedTo=" + helpline.chief().id();

        assertThat(plan(helpline.chief(), query, TicketPlanIT::sentLater)).doesNotContain("Seq Scan on ticket t");
    }

    @ParameterizedTest
    @CsvSource({
        "-createdAt, 'Backward ', created_at",
        "createdAt, '', created_at",
        "-priority, 'Backward ', priority",
        "firstAnswerDueAt, '', first_answer_due_at"
    })
    void readsAllInTheOrderOfTheList(String sort, String way, String index) {
        assertThat(plan(helpline.chief(), "?sort=" + sort, list -> sentByChief(list, "none", "null")))
                .contains("Index Scan %susing ticket_%s ".formatted(way, index))
                .doesNotContain("Sort", "Seq Scan on ticket t");
    }

    /** What waits is put in order, if there is little of it; what is closed is not looked at. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?status=OPEN&sort=firstAnswerDueAt                  | O   | null",
                "?status=OPEN&unassigned=true&sort=-firstAnswerDueAt | O   | true",
                "?status=OPEN&status=PENDING&sort=-priority          | O,P | null",
                "?status=OPEN&unassigned=true                        | O   | true",
            })
    void readsOnlyWhatWaitsForAQueue(String query, String status, String unassigned) {
        assertThat(plan(helpline.chief(), query, list -> sentByChief(list, status, unassigned)))
                .contains("ticket_waiting_due_at")
                .doesNotContain("Seq Scan on ticket t");
    }
}
