package kontor.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trouble;

/** Connections of the role that reads everything and can change nothing. */
public final class Examiner {

    private final Ports ports;
    private final String password;

    public Examiner(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.password = secrets.existing(Secrets.ofDatabaseRole(Databases.CHECK))
                .orElseThrow(() -> new Trouble("There is no shop to look at yet; infra/up starts one."));
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(ports.databaseUrl(database), Databases.CHECK, password);
    }
}
