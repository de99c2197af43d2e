package kontor.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;

/** Connections of the cluster's owner. */
public final class Superuser {

    static final String NAME = "postgres";

    private final Ports ports;
    private final Secrets secrets;

    public Superuser(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", NAME);
        properties.setProperty("password", secrets.of(Secrets.ofDatabaseRole(NAME)));
        return DriverManager.getConnection(ports.databaseUrl(database), properties);
    }
}
