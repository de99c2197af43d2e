package kontor.local.verify;

import java.sql.Connection;
import java.sql.SQLException;

/** Read-only connections to the services' databases. */
@FunctionalInterface
interface Databases {

    Connection of(String service) throws SQLException;
}
