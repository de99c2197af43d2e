package kontor.bench.yardstick;

import java.sql.Connection;
import java.sql.SQLException;

/** One operation as raw SQL over a connection of its own. */
interface Deed extends AutoCloseable {

    /** Whether it was done; the turn says which of the worker's own rows it is about. */
    boolean happens(int turn) throws SQLException;

    @Override
    void close() throws SQLException;

    /** Gives each worker its own. */
    @FunctionalInterface
    interface Maker {

        Deed over(Connection connection, int worker) throws SQLException;
    }
}
