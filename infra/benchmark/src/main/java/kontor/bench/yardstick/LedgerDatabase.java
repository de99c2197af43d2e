package kontor.bench.yardstick;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import kontor.bench.measure.Pause;
import kontor.local.stack.Trouble;

/** A look into the ledger's own database: whether all is quiet, and what is already there. */
public final class LedgerDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Server server;
    private final String name;

    public LedgerDatabase(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Events that were committed and not yet sent. */
    public long unsent() {
        return number("select count(*) from outbox");
    }

    public long purchases() {
        return number("select count(*) from shelf_purchase");
    }

    /**
     * What it took until all events had left; the same start for every run: nothing left to send, a fresh checkpoint.
     */
    public Duration settle() {
        long begin = System.nanoTime();
        while (unsent() > 0) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new Trouble("The ledger's events do not leave; see infra/logs ledger.");
            }
            Pause.take(PAUSE);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        try (Connection inside = server.connect(name);
                Statement statement = inside.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
        return took;
    }

    /** When each purchase from this one on was committed. */
    public Map<Long, Instant> commits(long first) {
        Map<Long, Instant> commits = new HashMap<>();
        try (Connection inside = server.connect(name);
                PreparedStatement statement = inside.prepareStatement(
                        "select id, pg_xact_commit_timestamp(xmin) from shelf_purchase where id >= ?")) {
            statement.setLong(1, first);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    commits.put(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
        return commits;
    }

    private long number(String sql) {
        try (Connection inside = server.connect(name);
                Statement statement = inside.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
