package kontor.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The log is kept for a while, in a transaction that nobody else sees. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class LiveSweeperIT {

    private final TestDatabase database;
    private final Clock clock;

    LiveSweeperIT(TestDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** With a log of so many rows of eight days ago, and so many of today, at positions from 1. */
    private void sweeping(int old, int young, Consumer<List<Long>> left) throws SQLException {
        try (Connection connection = database.dataSource(database.owner()).getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("delete from live_event").update();
            jdbc.sql("""
                            insert into live_event (position, name, member_id, body, at)
                            select n, 'NOTICE', gen_random_uuid(), '{}',
                                now() - case when n <= ? then interval '8 days' else interval '0' end
                            from generate_series(1, ?) n
                            """).params(old, old + young).update();

            new LiveSweeper(jdbc, new LiveSettings(Duration.ofDays(7)), clock).sweep();

            left.accept(jdbc.sql("select position from live_event order by position")
                    .query((row, n) -> row.getLong(1))
                    .list());
            connection.rollback();
        }
    }

    @Test
    void forgetsWhatIsOld() throws SQLException {
        sweeping(3, 2, left -> assertThat(left).containsExactly(4L, 5L));
    }

    /** Who comes back is told by it that nothing was missed. */
    @Test
    void keepsTheLastRowHoweverOld() throws SQLException {
        sweeping(3, 0, left -> assertThat(left).containsExactly(3L));
    }

    @Test
    void goesOnUntilAllIsForgotten() throws SQLException {
        sweeping(10_001, 1, left -> assertThat(left).containsExactly(10_002L));
    }
}
