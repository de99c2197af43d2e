package kontor.platform.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The right to send, which one process per database has: an advisory lock of a session. The server ends a session that
 * says nothing for too long, so a frozen process loses the right, and one that thaws knows that it may have.
 */
final class RelayLock implements AutoCloseable {

    static final long KEY = 0x6b6f6e746f72L;
    private static final Duration SILENT_MOST = Duration.ofSeconds(12);

    /** Shorter than the server's patience: whoever was silent for longer must ask before he sends. */
    private static final Duration SURE_FOR = Duration.ofSeconds(8);

    private final Connection connection;
    private boolean held;
    private long heardAt = System.nanoTime();

    RelayLock(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
        // Its one statement of a hundred turns a second is planned once, for a queue of any length: a plan for each
        // turn's own ids takes longer than it saves.
        execute("set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set idle_session_timeout = "
                + SILENT_MOST.toMillis());
    }

    /** Whether this process sends; asks for the right if it has not got it yet. */
    boolean take() throws SQLException {
        held = held || ask("select pg_try_advisory_lock(?)");
        return held;
    }

    /** Keeps the right while the broker is waited for. */
    void renew() throws SQLException {
        execute("select 1");
    }

    /** Refuses to go on with what was read before a freeze: somebody else may have sent it and more. */
    void requireSure() {
        if (System.nanoTime() - heardAt > SURE_FOR.toNanos()) {
            throw new IllegalStateException("This process has been silent for too long to be sure that it may send.");
        }
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    /** The connection goes back to a pool, where its session would keep the lock and the settings. */
    @Override
    public void close() throws SQLException {
        if (held) {
            ask("select pg_advisory_unlock(?)");
        }
        execute("reset idle_session_timeout; reset plan_cache_mode; reset enable_seqscan");
    }

    private boolean ask(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            try (ResultSet result = statement.executeQuery()) {
                heard();
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            heard();
        }
    }
}
