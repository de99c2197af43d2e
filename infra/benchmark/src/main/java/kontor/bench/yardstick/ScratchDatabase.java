package kontor.bench.yardstick;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kontor.local.stack.Texts;

/**
 * A database of the yardstick's own, with the tables of services as their migrations make them: every column,
 * constraint and index, but not the triggers of our own, which the yardstick does not have to pay for.
 */
final class ScratchDatabase implements AutoCloseable {

    private static final String PLATFORM = "infra/platform/src/main/resources/db/platform";

    private final Server server;
    private final String name;
    private final AtomicLong numbers = new AtomicLong();

    private ScratchDatabase(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Makes the database anew, empty. */
    static ScratchDatabase create(Server server, String name) {
        try (Connection cluster = server.connect("postgres")) {
            execute(cluster, "drop database if exists %s with (force)".formatted(name));
            execute(cluster, "create database " + name);
            return new ScratchDatabase(server, name);
        } catch (SQLException cause) {
            throw new IllegalStateException("The database of the yardstick could not be made.", cause);
        }
    }

    /**
     * Makes the tables of a service in a schema of its own, since services name theirs without asking each other.
     *
     * @param checkout where the migrations are
     * @param appRole stands for the service's role in them
     */
    void addTables(String schema, Path checkout, String service, String appRole) throws SQLException {
        try (Connection inside = connect()) {
            execute(inside, "create schema if not exists " + schema);
            execute(inside, "set search_path to " + schema);
            for (String folder : List.of(PLATFORM, service + "-service/src/main/resources/db/migration")) {
                for (String migration : Texts.in(checkout.resolve(folder), ".sql")) {
                    execute(inside, migration.replace("${app}", appRole).replace("${currency}", "EUR"));
                }
            }
        }
    }

    static void withoutTriggers(Connection inside, List<String> tables) throws SQLException {
        for (String table : tables) {
            execute(inside, "alter table %s disable trigger user".formatted(table));
        }
    }

    Connection connect() throws SQLException {
        return server.connect(name);
    }

    /** Of an operation: the root of the ids of its rows. */
    long nextNumber() {
        return numbers.incrementAndGet();
    }

    /** Nobody relays the yardstick's events, so its outbox is emptied between runs. */
    void emptyOutbox() {
        try (Connection inside = connect()) {
            execute(inside, "truncate outbox");
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** One number, for those who check what was written. */
    long count(String sql) {
        try (Connection inside = connect();
                Statement statement = inside.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Drops it: nothing of a measurement stays behind. */
    @Override
    public void close() {
        try (Connection cluster = server.connect("postgres")) {
            execute(cluster, "drop database if exists %s with (force)".formatted(name));
        } catch (SQLException cause) {
            throw new IllegalStateException("The database %s was left behind.".formatted(name), cause);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
