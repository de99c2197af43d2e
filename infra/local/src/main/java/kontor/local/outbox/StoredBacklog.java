package kontor.local.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a service's database holds that is not done: events that have not left, and some that came too early. */
record StoredBacklog(long unsent, Duration oldest, List<Waiting> waiting) {

    private static final String UNSENT = """
            select count(*), coalesce(extract(epoch from now() - min(since)), 0) from outbox
            """;

    private static final String WAITING = """
            select consumer, topic, count(*), extract(epoch from now() - min(since)) from inbox_waiting
            group by consumer, topic order by consumer, topic
            """;

    /** Events of a consumer that wait for one before them. */
    record Waiting(String consumer, String topic, long events, Duration oldest) {}

    static StoredBacklog of(Connection database) throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        try (Statement statement = database.createStatement()) {
            try (ResultSet rows = statement.executeQuery(WAITING)) {
                while (rows.next()) {
                    waiting.add(new Waiting(rows.getString(1), rows.getString(2), rows.getLong(3), age(rows, 4)));
                }
            }
            try (ResultSet rows = statement.executeQuery(UNSENT)) {
                rows.next();
                return new StoredBacklog(rows.getLong(1), age(rows, 2), waiting);
            }
        }
    }

    private static Duration age(ResultSet rows, int column) throws SQLException {
        return Duration.ofMillis((long) (1000 * rows.getDouble(column)));
    }
}
