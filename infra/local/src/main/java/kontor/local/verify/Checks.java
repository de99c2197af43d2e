package kontor.local.verify;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trouble;

/** Makes the verification of a local stack; reads through a role that can change nothing. */
public final class Checks {

    private static final String ROLE = "kontor_check";
    private static final Duration HEALING = Duration.ofSeconds(60);

    private Checks() {}

    public static Verification of(
            Folders folders, Ports ports, Secrets secrets, Console console, List<String> arguments) {
        String password = secrets.existing(Secrets.ofDatabaseRole(ROLE))
                .orElseThrow(() -> new Trouble("There is no shop to check yet; infra/up starts one."));
        return new Verification(
                new Inquiries(folders),
                service -> DriverManager.getConnection(
                        "jdbc:postgresql://localhost:%d/kontor_%s".formatted(ports.postgres(), service),
                        ROLE,
                        password),
                console,
                arguments.contains("--now") ? Duration.ZERO : HEALING);
    }
}
