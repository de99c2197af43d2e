package kontor.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Floors follow ranks (L-6) without getting in the way of those who move money. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class FloorIT {

    private static final int CROWD = 12;

    private final Members members;
    private final TestDatabase database;
    private final TopicReader topics;
    private final MessageListenerContainer listener;

    FloorIT(Members members, TestDatabase database, TopicReader topics, KafkaListenerEndpointRegistry registry) {
        this.members = members;
        this.database = database;
        this.topics = topics;
        listener = registry.getListenerContainers().stream()
                .filter(container -> "ledger.members".equals(container.getGroupId()))
                .findFirst()
                .orElseThrow();
    }

    /** States come in any order. Who has the first account gets the others, because whoever waits for it has none. */
    @Test
    void areMovedUnderLocksInIdOrder() throws Exception {
        List<Member> crowd = Stream.generate(members::verified).limit(CROWD).toList();
        listener.stop();
        try (Connection connection = database.dataSource(database.owner()).getConnection();
                Statement holder = connection.createStatement();
                ExecutorService executor = Executors.newFixedThreadPool(CROWD)) {
            List<Future<Member>> raised = new ArrayList<>();
            crowd.forEach(member -> raised.add(executor.submit(() -> members.change(member.limit(-7_000L)))));
            crowd.forEach(member -> topics.await(
                    "kontor.identity.members.v1",
                    message -> member.id().toString().equals(message.key()) && message.sequence() == 2));

            connection.setAutoCommit(false);
            assertThat(locked(holder, crowd, "limit 1 for update")).isEqualTo(1);
            listener.start();
            awaitWaitingFor(holder);
            assertThat(locked(holder, crowd, "for update nowait")).isEqualTo(CROWD);
            connection.rollback();

            for (Future<Member> one : raised) {
                one.get();
            }
        } finally {
            listener.start();
        }
        assertThat(floors(crowd)).containsOnly(-7_000L).hasSize(CROWD);
    }

    /** How many accounts of them are locked now, from the first on. */
    private static int locked(Statement holder, List<Member> crowd, String lock) throws SQLException {
        String owners = crowd.stream().map(member -> "'" + member.id() + "'").collect(Collectors.joining(", "));
        int locked = 0;
        try (ResultSet rows =
                holder.executeQuery("select id from account where kind = 'MEMBER' and owner in (%s) order by id %s"
                        .formatted(owners, lock))) {
            while (rows.next()) {
                locked++;
            }
        }
        return locked;
    }

    private void awaitWaitingFor(Statement holder) throws SQLException {
        int pid;
        try (ResultSet row = holder.executeQuery("select pg_backend_pid()")) {
            row.next();
            pid = row.getInt(1);
        }
        Awaitility.await("the states to wait for the account")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.asOwner()
                        .sql(
                                "select exists (select from pg_locks where not granted and ? = any(pg_blocking_pids(pid)))")
                        .param(pid)
                        .query((row, n) -> row.getBoolean(1))
                        .single());
    }

    private List<Long> floors(List<Member> crowd) {
        return database.asOwner()
                .sql("select floor_minor from account where kind = 'MEMBER' and owner = any(?)")
                .param(crowd.stream().map(member -> member.id().toString()).toArray(String[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
