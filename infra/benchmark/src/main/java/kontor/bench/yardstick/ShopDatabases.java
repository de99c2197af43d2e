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
import java.util.List;
import java.util.Map;
import kontor.bench.measure.Pause;
import kontor.local.stack.Trouble;

/** A look into the databases of the services that are measured: whether all is quiet, and what is already there. */
public final class ShopDatabases {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Server server;
    private final List<String> names;

    public ShopDatabases(Server server, List<String> names) {
        this.server = server;
        this.names = names;
    }

    /** Events that were committed and not yet sent, of all together. */
    public long unsent() {
        return names.stream()
                .mapToLong(name -> number(name, "select count(*) from outbox"))
                .sum();
    }

    /** The same start for every run: nothing left to send, a fresh checkpoint. */
    public void settle() {
        long begin = System.nanoTime();
        while (unsent() > 0) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new Trouble("The events of %s do not leave; see infra/logs.".formatted(names));
            }
            Pause.take(PAUSE);
        }
        try (Connection inside = server.connect(names.getFirst());
                Statement statement = inside.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** When each purchase from this one on was committed, in the ledger's database of that name. */
    public Map<Long, Instant> commits(String name, long first) {
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

    /** What a query of one number says in the database of that name. */
    public long number(String name, String sql) {
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
