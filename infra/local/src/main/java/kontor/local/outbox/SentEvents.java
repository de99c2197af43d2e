package kontor.local.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * What a service's events were when they left: put back into its outbox they are sent again, and kept again. They go in
 * the order in which they were written, so the order of each key stays.
 */
final class SentEvents {

    /** As the migration that makes the table says. */
    static final Duration KEPT = Duration.ofDays(7);

    /** Put back at a time. */
    private static final int MOST = 1_000;

    private static final int ATTEMPTS_MOST = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String STATES = "kontor.%-state.v%";

    /** Writers wait behind it, so it gives up early itself and holds them for a bounded part only. */
    private static final String PATIENCE = "set local lock_timeout = '200ms';";

    private static final String HOLD = "lock table outbox in share row exclusive mode";

    private static final String COLUMNS = "event_id, topic, aggregate_id, version, type, payload, at, actor_id,"
            + " correlation_id, imported, traceparent";

    private static final String FACTS = """
            with again as (
                delete from outbox_sent where ctid = any(array(
                    select ctid from outbox_sent
                    where since >= ? and id <= ? and type not like '%2$s' order by id limit %3$d))
                returning *)
            insert into outbox (%1$s) select %1$s from again order by id
            """.formatted(COLUMNS, STATES, MOST);

    /** An older state would become the newest of its key, so only the newest goes, while nobody can append one. */
    private static final String NEWEST = """
            with again as (
                delete from outbox_sent where ctid = any(array(
                    select s.ctid from outbox_sent s
                    where s.since >= ? and s.id <= ? and s.type like '%2$s'
                        and not exists (select from outbox_sent n where n.since >= s.since and n.type = s.type
                            and n.topic = s.topic and n.aggregate_id = s.aggregate_id and n.version > s.version)
                        and not exists (select from outbox n
                            where n.topic = s.topic and n.aggregate_id = s.aggregate_id and n.version > s.version)
                    order by s.id limit %3$d))
                returning *)
            insert into outbox (%1$s) select %1$s from again order by id
            """.formatted(COLUMNS, STATES, MOST);

    private final Connection database;

    SentEvents(Connection database) {
        this.database = database;
    }

    /** Puts back all facts since then; answers how many. */
    long facts(Instant since) throws SQLException, InterruptedException {
        return all("", FACTS, since);
    }

    /** Puts back the newest state of each key that has one since then; answers how many. */
    long states(Instant since) throws SQLException, InterruptedException {
        return all(HOLD, NEWEST, since);
    }

    private long all(String hold, String statement, Instant since) throws SQLException, InterruptedException {
        long last = newest();
        long all = 0;
        for (int some = MOST; some == MOST; all += some) {
            some = some(hold, statement, since, last);
        }
        return all;
    }

    /** What is put back leaves with a higher id, and is not put back again by the same command. */
    private long newest() throws SQLException {
        try (Statement statement = database.createStatement();
                var row = statement.executeQuery("select coalesce(max(id), 0) from outbox_sent")) {
            row.next();
            return row.getLong(1);
        }
    }

    private int some(String hold, String sql, Instant since, long last) throws SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return put(hold, sql, since, last);
            } catch (SQLException busy) {
                if (attempt == ATTEMPTS_MOST || !LOCK_NOT_AVAILABLE.equals(busy.getSQLState())) {
                    throw busy;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }

    private int put(String hold, String sql, Instant since, long last) throws SQLException {
        database.setAutoCommit(false);
        try (Statement first = database.createStatement();
                PreparedStatement statement = database.prepareStatement(sql)) {
            first.execute(PATIENCE + hold);
            statement.setObject(1, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
            statement.setLong(2, last);
            int put = statement.executeUpdate();
            database.commit();
            return put;
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
    }
}
