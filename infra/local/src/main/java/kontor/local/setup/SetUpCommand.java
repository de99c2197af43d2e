package kontor.local.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import kontor.local.kafka.TopicPlan;
import kontor.local.postgres.Databases;
import kontor.local.stack.Trouble;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Creates databases, roles and topics as {@code infra/up} does, and ends. It may run as often as one likes: what is
 * there is left, and each role gets the password that its file holds now.
 */
public final class SetUpCommand {

    private static final String SUPERUSER = "postgres";

    private final Map<String, String> environment;

    SetUpCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        try {
            new SetUpCommand(System.getenv()).run();
        } catch (Trouble trouble) {
            System.err.println(trouble.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        new Databases(this::connect, this::password).create();
        System.out.println("Databases and roles are there.");
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, setting("KONTOR_KAFKA")))) {
            TopicPlan topics = TopicPlan.fromContracts();
            topics.apply(admin);
            System.out.printf("%d topics are there.%n", topics.topics().size());
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password(SUPERUSER));
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s".formatted(setting("KONTOR_POSTGRES"), database), properties);
    }

    /** Of a file that bears the role's name: nothing secret is in the environment or on the command line. */
    String password(String role) {
        Path file = Path.of(setting("KONTOR_SECRETS")).resolve(role);
        try {
            return Files.readString(file).strip();
        } catch (IOException cause) {
            throw new UncheckedIOException("The password of %s is not in %s".formatted(role, file), cause);
        }
    }

    private String setting(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new Trouble("%s is not set.".formatted(name));
        }
        return value;
    }
}
