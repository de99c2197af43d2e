package kontor.local.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import kontor.local.postgres.Superuser;
import kontor.local.service.Service;

/** The outboxes of all services, held still together: for as long nothing is appended to one and nothing deleted. */
final class Outboxes implements AutoCloseable {

    private static final String HOLD = """
            set local lock_timeout = '200ms';
            -- A vacuum that is in the way for longer is sent off.
            set local deadlock_timeout = '20ms';
            lock table outbox in share mode
            """;

    private final List<Connection> databases = new ArrayList<>();

    /** Connects to all that have one: a service that was never started has not. */
    static Outboxes of(Superuser superuser) throws SQLException {
        Outboxes outboxes = new Outboxes();
        try {
            for (Service service : Service.ALL) {
                if (service.hasDatabase()) {
                    outboxes.add(superuser.connect(service.database()));
                }
            }
            return outboxes;
        } catch (SQLException failed) {
            outboxes.close();
            throw failed;
        }
    }

    private void add(Connection database) throws SQLException {
        databases.add(database);
        database.setAutoCommit(false);
        try (Statement query = database.createStatement()) {
            ResultSet rows = query.executeQuery("select to_regclass('public.outbox') is not null");
            rows.next();
            if (!rows.getBoolean(1)) {
                databases.remove(database);
                database.close();
            }
        }
    }

    /** Waits for the transactions that have appended; gives up when one takes long. */
    void hold() throws SQLException {
        for (Connection database : databases) {
            try (Statement statement = database.createStatement()) {
                statement.execute(HOLD);
            }
        }
    }

    void release() throws SQLException {
        for (Connection database : databases) {
            database.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection database : databases) {
            database.close();
        }
    }
}
