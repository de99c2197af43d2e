package kontor.bench.yardstick;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * The PostgreSQL that both sides are measured on, as its superuser.
 *
 * @param url gives the address of a database by its name
 */
public record Server(UnaryOperator<String> url, String user, String password) {

    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        // The plan of a statement is kept from its first use on, as in the services.
        properties.setProperty("prepareThreshold", "1");
        return DriverManager.getConnection(url.apply(database), properties);
    }
}
