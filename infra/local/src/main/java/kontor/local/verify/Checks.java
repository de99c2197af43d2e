package kontor.local.verify;

import java.time.Duration;
import java.util.List;
import kontor.local.postgres.Examiner;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;

/** Makes the verification of a local stack; reads through a role that can change nothing. */
public final class Checks {

    private static final Duration HEALING = Duration.ofSeconds(60);

    private Checks() {}

    public static Verification of(
            Folders folders, Ports ports, Secrets secrets, Console console, List<String> arguments) {
        Examiner examiner = new Examiner(ports, secrets);
        return new Verification(
                new Inquiries(folders, new FigureReader(folders, ports, secrets)),
                service -> examiner.connect("kontor_" + service),
                console,
                arguments.contains("--now") ? Duration.ZERO : HEALING);
    }
}
