package kontor.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A page costs what is on it, however many conversations and messages there are. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class PlanIT {

    private static final Pattern PARAMETER = Pattern.compile("\\?");

    private static final List<String> MANY =
            List.of("""
            insert into conversation (id, type, created_by, version, last_seq, last_message_at)
            select -n, 'P', gen_random_uuid(), 1, 1, now() - n * interval '1 minute' from generate_series(1, 10000) n
            """, """
            insert into conversation_member (conversation_id, member_id, role, joined_at)
            select -n, lpad(to_hex(n % 500 + 1000 * side), 32, '0')::uuid, 'PARTY', now()
            from generate_series(1, 10000) n, generate_series(0, 1) side
            """, """
            insert into message (id, conversation_id, seq, sender_id, text, client_message_id)
            select -n, -1 - n % 100, n / 100 + 1, gen_random_uuid(), 'x', gen_random_uuid()
            from generate_series(0, 19999) n
            """, "analyze conversation", "analyze conversation_member", "analyze message");

    private final Chat chat;
    private final TestDatabase database;
    private final Member ada;
    private final long talk;

    PlanIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        chat = new Chat(http, members, database, writer);
        this.database = database;
        ada = members.verified();
        talk = chat.talk(ada);
    }

    /** A statement with parameters that are not bound is explained by the simple protocol alone. */
    private Connection simple() throws SQLException {
        TestDatabase.Role owner = database.owner();
        return DriverManager.getConnection(database.url() + "?preferQueryMode=simple", owner.name(), owner.password());
    }

    /**
     * The statement of a request.
     *
     * @param part by which it is known
     */
    private String statement(String path, String part) {
        return Statements.of(() -> chat.get(ada.bearer(), path).expect(200)).stream()
                .filter(sql -> sql.contains(part))
                .findFirst()
                .orElseThrow();
    }

    /** The plans that a connection keeps, whatever is sent. */
    private List<String> plans(List<String> statements) throws SQLException {
        try (Connection connection = simple()) {
            connection.setAutoCommit(false);
            JdbcClient among = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            MANY.forEach(sql -> among.sql(sql).update());
            List<String> plans = statements.stream()
                    .map(sql -> String.join(
                            "\n",
                            among.sql("explain (generic_plan) " + numbered(sql))
                                    .query((row, n) -> row.getString(1))
                                    .list()))
                    .toList();
            connection.rollback();
            return plans;
        }
    }

    private static String numbered(String statement) {
        AtomicInteger number = new AtomicInteger();
        return PARAMETER.matcher(statement).replaceAll(sent -> "\\$" + number.incrementAndGet());
    }

    @Test
    void findWhatIsAMembersByIndexes() throws SQLException {
        String list = "from conversation_member s join conversation c";

        List<String> plans = plans(List.of(
                statement("/conversations", list),
                statement("/conversations?unread=true", list),
                statement("/conversations?contextType=PURCHASE&contextId=1", list),
                statement("/conversations/unread", "order by last_message_at")));

        assertThat(plans)
                .allSatisfy(plan -> assertThat(plan)
                        .contains("conversation_member_in", "Index Scan using conversation_pkey")
                        .doesNotContain("Seq Scan on conversation"));
    }

    /** Both ends of the page are found in the index, so its order does not matter (see Span). */
    @Test
    void readNoMoreOfTheHistoryThanThePage() throws SQLException {
        List<String> plans = plans(Stream.of("limit=20", "afterSeq=7", "sort=-seq", "beforeSeq=9")
                .map(query -> statement(Chat.at(talk) + "/messages?" + query, "from message m"))
                .toList());

        assertThat(plans)
                .allSatisfy(plan -> assertThat(plan)
                        .contains("message_numbered_once")
                        .containsPattern("Index Cond: .*\\(seq > \\$\\d+\\) AND \\(seq < \\$\\d+\\)")
                        .doesNotContain("Seq Scan on message"));
    }
}
